package io.smartchat.web.chat;

import io.smartchat.chat.ChatService;
import io.smartchat.chat.Question;
import io.smartchat.identity.Visitor;
import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantId;
import io.smartchat.web.JsonFields;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One visitor's connection: reads frames, checks whose they are, and passes them on. */
final class ChatSocket {

    private static final System.Logger LOG = System.getLogger(ChatSocket.class.getName());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
    private static final int MAX_BAD_FRAMES = 20;
    private static final int ORIGIN_REFUSED = 4403;
    private static final int TOO_MANY_BAD_FRAMES = 4429;

    private final String sessionId;
    private final String network;
    private final ChatService chat;
    private final Gate gate;
    private final Outbox outbox;
    private volatile boolean closed;
    private int badFrames;
    private @Nullable TenantId tenant;

    /** Finds the tenant of a key, if the page of this socket may use it. */
    interface Gate {

        TenantId tenant(@Nullable String apiKey);
    }

    ChatSocket(String sessionId, String network, ChatService chat, Gate gate, Outbox outbox) {
        this.sessionId = sessionId;
        this.network = network;
        this.chat = chat;
        this.gate = gate;
        this.outbox = outbox;
    }

    /** Answers one frame; a bad one gets an error, and too many of them end the connection. */
    synchronized void receive(String text) {
        try {
            handle(parse(text));
        } catch (SmartChatException e) {
            refuse(e);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A frame could not be handled", e);
            outbox.send(Frames.of(
                    new SmartChatException(ErrorCode.INTERNAL, "Something went wrong on our side. Please try again.")));
        } finally {
            if (closed) {
                // the socket went while its frame was handled, and may have been made a reader only then
                chat.leave(sessionId, outbox);
            }
        }
    }

    void closed() {
        closed = true;
        outbox.discard();
        chat.leave(sessionId, outbox);
    }

    private void handle(JsonFields frame) {
        String type = Optional.ofNullable(frame.text("type")).orElse("message");
        switch (type) {
            case "message" -> ask(frame);
            case "resume" ->
                chat.resume(authorize(frame), sessionId, Visitor.ANONYMOUS, answerId(frame), after(frame), outbox);
            case "regenerate" ->
                chat.regenerate(authorize(frame), sessionId, Visitor.ANONYMOUS, answerId(frame), network, outbox);
            case "stop" -> chat.stop(authorize(frame), sessionId, Visitor.ANONYMOUS);
            case "ping" -> outbox.send(Frames.PONG);
            default ->
                throw new SmartChatException(
                        ErrorCode.INVALID_JSON,
                        "This frame's type is not one of message, stop, resume, regenerate, ping.");
        }
    }

    private void ask(JsonFields frame) {
        TenantId asked = authorize(frame);
        String message = frame.text("message");
        String clientId = frame.text("client_message_id");
        if (clientId != null && clientId.length() > 128) {
            throw new SmartChatException(ErrorCode.INVALID_JSON, "A client_message_id has at most 128 characters.");
        }
        Visitor visitor = Hints.of(frame.json());
        chat.ask(new Question(asked, sessionId, visitor, message == null ? "" : message, clientId, network), outbox);
    }

    /** The tenant of this frame's key; a frame without one goes by the key the socket showed before. */
    private TenantId authorize(JsonFields frame) {
        String apiKey = frame.text("api_key");
        if (apiKey == null && tenant != null) {
            return tenant;
        }
        tenant = gate.tenant(apiKey);
        return tenant;
    }

    private void refuse(SmartChatException thrown) {
        SmartChatException error = thrown.code() == ErrorCode.VALIDATION
                ? new SmartChatException(ErrorCode.INVALID_JSON, thrown.getMessage())
                : thrown;
        if (error.getCause() != null) {
            LOG.log(System.Logger.Level.WARNING, error.code().code(), error.getCause());
        }
        outbox.send(Frames.of(error));
        if (error.code() == ErrorCode.ORIGIN_NOT_ALLOWED) {
            outbox.closeAfterwards(ORIGIN_REFUSED, "This site may not use the chat");
        } else if (error.code() == ErrorCode.INVALID_JSON || error.code() == ErrorCode.INVALID_API_KEY) {
            badFrames++;
            if (badFrames >= MAX_BAD_FRAMES) {
                outbox.closeAfterwards(TOO_MANY_BAD_FRAMES, "Too many frames that could not be read");
            }
        }
    }

    private static JsonFields parse(String text) {
        try (JsonReader json = READERS.createReader(new StringReader(text))) {
            JsonObject object = json.readObject();
            return new JsonFields(object);
        } catch (RuntimeException e) {
            // the parser has no type of its own for what is nested too deeply
            throw new SmartChatException(ErrorCode.INVALID_JSON, "Send one JSON object in each frame.");
        }
    }

    private static UUID answerId(JsonFields frame) {
        try {
            return UUID.fromString(Optional.ofNullable(frame.text("message_id")).orElse(""));
        } catch (IllegalArgumentException e) {
            throw new SmartChatException(ErrorCode.INVALID_JSON, "Name the answer by its message_id.");
        }
    }

    private static int after(JsonFields frame) {
        return Math.max(0, Optional.ofNullable(frame.integer("after")).orElse(0));
    }
}
