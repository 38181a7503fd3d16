package io.smartchat.web.chat;

import io.smartchat.chat.ConversationService;
import io.smartchat.identity.Visitor;
import io.smartchat.web.Bodies;
import io.smartchat.web.security.AdminContext;
import io.smartchat.web.security.HostPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** What a visitor may see and say of their chat, beside the socket. */
@Path("chat")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ChatResource {

    public record Feedback(@Nullable String value, @Nullable String comment) {}

    @Inject
    private HostPage hostPage;

    @Inject
    private ConversationService conversations;

    @GET
    @Path("history/{session_id}")
    public Messages history(
            @PathParam("session_id") String sessionId,
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return Messages.from(conversations.history(
                hostPage.tenantWith(apiKey),
                sessionId,
                Visitor.ANONYMOUS,
                Messages.place(cursor),
                Messages.limit(limit)));
    }

    @POST
    @Path("messages/{message_id}/feedback")
    @Consumes(MediaType.APPLICATION_JSON)
    public void feedback(
            @PathParam("message_id") String messageId,
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @Nullable Feedback body) {
        Feedback feedback = Bodies.required(body);
        conversations.rate(
                hostPage.tenantWith(apiKey),
                AdminContext.uuid(messageId, "message"),
                feedback.value(),
                feedback.comment());
    }
}
