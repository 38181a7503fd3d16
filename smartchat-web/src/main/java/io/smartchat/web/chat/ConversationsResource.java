package io.smartchat.web.chat;

import io.smartchat.chat.ConversationService;
import io.smartchat.chat.ConversationView;
import io.smartchat.chat.Evidence;
import io.smartchat.platform.SmartChatException;
import io.smartchat.web.security.AdminContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant's conversations, for its owner. */
@Path("admin/conversations")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ConversationsResource {

    private static final Instant BEGINNING = Instant.EPOCH;
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    /** {@code nextCursor} is the time of the last conversation shown. */
    public record Conversations(
            List<ConversationItem> conversations, @Nullable String nextCursor) {
        static Conversations from(List<ConversationView> shown, @Nullable String nextCursor) {
            return new Conversations(shown.stream().map(ConversationItem::from).toList(), nextCursor);
        }
    }

    @Inject
    private ConversationService conversations;

    @Inject
    private AdminContext admin;

    @GET
    public Conversations list(
            @QueryParam("query") @Nullable String query,
            @QueryParam("user_id") @Nullable String userId,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Messages.limit(limit);
        String before = cursor == null || cursor.isBlank() ? to : cursor;
        List<ConversationView> found = conversations.list(
                admin.tenant(), query, userId, time("from", from, BEGINNING), time("to", before, END), size + 1);
        if (found.size() <= size) {
            return Conversations.from(found, null);
        }
        List<ConversationView> shown = found.subList(0, size);
        return Conversations.from(shown, shown.get(size - 1).lastMessageAt().toString());
    }

    @GET
    @Path("{id}/messages")
    public Messages messages(
            @PathParam("id") String id,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return Messages.from(conversations.messages(
                admin.tenant(), conversationId(id), Messages.place(cursor), Messages.limit(limit)));
    }

    @GET
    @Path("{id}/messages/{message_id}/evidence")
    public Evidence evidence(@PathParam("id") String id, @PathParam("message_id") String messageId) {
        return conversations.evidence(
                admin.tenant(), conversationId(id), AdminContext.uuid(messageId, "record of this answer"));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        conversations.delete(admin.tenant(), conversationId(id));
    }

    private static UUID conversationId(String id) {
        return AdminContext.uuid(id, "conversation");
    }

    private static Instant time(String field, @Nullable String value, Instant fallback) {
        if (value == null || value.isBlank()) {
            return fallback;
        }
        try {
            return value.length() == 10
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw SmartChatException.invalid(field, "Write the time as 2026-01-31 or 2026-01-31T12:00:00Z.");
        }
    }
}
