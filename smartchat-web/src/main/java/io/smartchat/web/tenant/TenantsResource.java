package io.smartchat.web.tenant;

import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.NewTenant;
import io.smartchat.tenant.TenantId;
import io.smartchat.tenant.TenantService;
import io.smartchat.tenant.TenantView;
import io.smartchat.web.Bodies;
import io.smartchat.web.security.AdminContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Tenants and their API keys. */
@Path("admin/tenants")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TenantsResource {

    public record Item(UUID id, String name, String apiKeyPreview, Instant createdAt) {
        static Item from(TenantView tenant) {
            return new Item(tenant.id().value(), tenant.name(), tenant.apiKeyPreview(), tenant.createdAt());
        }
    }

    public record Tenants(List<Item> tenants) {}

    public record Change(@Nullable String name) {}

    public record Created(UUID id, String name, String apiKey, Instant createdAt) {
        static Created from(NewTenant tenant) {
            return new Created(tenant.id().value(), tenant.name(), tenant.apiKey(), tenant.createdAt());
        }
    }

    public record Regeneration(@Nullable Integer graceSeconds) {}

    public record Key(String apiKey) {}

    @Inject
    private TenantService tenants;

    @GET
    public Tenants list() {
        return new Tenants(tenants.list().stream().map(Item::from).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(Change change) {
        return Response.status(Response.Status.CREATED)
                .entity(Created.from(tenants.create(name(change))))
                .build();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Item rename(@PathParam("id") String id, @Nullable Change body) {
        Change change = Bodies.required(body);
        TenantId tenant = tenantId(id);
        return Item.from(change.name() == null ? tenants.get(tenant) : tenants.rename(tenant, change.name()));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        tenants.delete(tenantId(id));
    }

    @POST
    @Path("{id}/regenerate-key")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(required = false, content = @Content(schema = @Schema(implementation = Regeneration.class)))
    public Key regenerateKey(@PathParam("id") String id, @Nullable String body) {
        Integer grace = Bodies.optional(body).integer("grace_seconds");
        return new Key(tenants.regenerateKey(tenantId(id), Duration.ofSeconds(grace == null ? 0 : grace)));
    }

    private static String name(@Nullable Change change) {
        if (change == null || change.name() == null) {
            throw SmartChatException.invalid("name", "Give the tenant a name of 1 to 200 characters.");
        }
        return change.name();
    }

    private static TenantId tenantId(String id) {
        return new TenantId(AdminContext.uuid(id, "tenant"));
    }
}
