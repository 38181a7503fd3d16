package io.smartchat.web.knowledge;

import io.smartchat.knowledge.ChunkView;
import io.smartchat.knowledge.SourcePage;
import io.smartchat.knowledge.SourceService;
import io.smartchat.knowledge.StoredFile;
import io.smartchat.platform.SmartChatException;
import io.smartchat.rag.Passage;
import io.smartchat.rag.RetrievalService;
import io.smartchat.web.Bodies;
import io.smartchat.web.security.AdminContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant's documents, and what a search finds in them. */
@Path("admin/knowledge")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class KnowledgeResource {

    private static final int MAX_TOP_K = 50;

    public record Sources(
            List<SourceItem> sources, @Nullable String nextCursor) {
        static Sources from(SourcePage page) {
            return new Sources(page.sources().stream().map(SourceItem::from).toList(), page.nextCursor());
        }
    }

    public record Chunks(List<ChunkItem> chunks, @Nullable String nextCursor) {}

    public record Search(@Nullable String query, @Nullable Integer topK) {}

    public record Result(
            UUID sourceId,
            String filename,
            @Nullable Integer page,
            String text,
            double score,
            double vectorScore,
            double lexicalScore) {

        static Result from(Passage p) {
            return new Result(
                    p.sourceId(), p.filename(), p.page(), p.text(), p.score(), p.vectorScore(), p.lexicalScore());
        }
    }

    public record Results(List<Result> results) {}

    @Inject
    private SourceService sources;

    @Inject
    private RetrievalService retrieval;

    @Inject
    private AdminContext admin;

    @GET
    public Sources list(
            @QueryParam("limit") @DefaultValue("100") int limit, @QueryParam("cursor") @Nullable String cursor) {
        return Sources.from(sources.list(admin.tenant(), limit, cursor));
    }

    @POST
    @Path("upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(List<EntityPart> parts) {
        Uploaded uploaded = UploadParts.store(sources, admin.tenant(), UploadParts.files(parts));
        return Response.accepted(uploaded).build();
    }

    @GET
    @Path("{id}")
    public SourceItem get(@PathParam("id") String id) {
        return SourceItem.from(sources.get(admin.tenant(), sourceId(id)));
    }

    @GET
    @Path("{id}/chunks")
    public Chunks chunks(
            @PathParam("id") String id,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("cursor") @DefaultValue("0") int offset) {
        List<ChunkView> chunks = sources.chunks(admin.tenant(), sourceId(id), limit, offset);
        int shown = Math.min(Math.max(limit, 1), SourceService.MAX_LIMIT);
        return new Chunks(
                chunks.stream().map(ChunkItem::from).toList(),
                chunks.size() < shown ? null : String.valueOf(offset + chunks.size()));
    }

    @GET
    @Path("{id}/content")
    @Produces(MediaType.WILDCARD)
    public Response content(@PathParam("id") String id) {
        StoredFile file = sources.content(admin.tenant(), sourceId(id));
        StreamingOutput body = out -> {
            try (InputStream content = file.content()) {
                content.transferTo(out);
            }
        };
        return Response.ok(body, MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_LENGTH, file.sizeBytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded(file.filename()))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @PUT
    @Path("{id}/content")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response replace(@PathParam("id") String id, List<EntityPart> parts) {
        EntityPart file = UploadParts.files(parts).get(0);
        try (InputStream content = file.getContent()) {
            return Response.accepted(SourceItem.from(
                            sources.replace(admin.tenant(), sourceId(id), UploadParts.name(file), content)))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @POST
    @Path("{id}/retry")
    public Response retry(@PathParam("id") String id) {
        return Response.accepted(SourceItem.from(sources.retry(admin.tenant(), sourceId(id))))
                .build();
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        sources.delete(admin.tenant(), sourceId(id));
    }

    @POST
    @Path("search")
    @Consumes(MediaType.APPLICATION_JSON)
    public Results search(@Nullable Search body) {
        Search search = Bodies.required(body);
        if (search.query() == null || search.query().isBlank()) {
            throw SmartChatException.invalid("query", "Write what to search for.");
        }
        int topK = search.topK() == null ? 8 : Math.min(Math.max(search.topK(), 1), MAX_TOP_K);
        return new Results(retrieval.search(admin.tenant(), search.query(), topK).stream()
                .map(Result::from)
                .toList());
    }

    private static UUID sourceId(String id) {
        return AdminContext.uuid(id, "document");
    }

    private static String encoded(String filename) {
        return URLEncoder.encode(filename, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
