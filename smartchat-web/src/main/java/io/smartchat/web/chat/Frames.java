package io.smartchat.web.chat;

import io.smartchat.chat.TurnEvent;
import io.smartchat.platform.Json;
import io.smartchat.platform.SmartChatException;
import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The frames the server sends, as JSON text. */
final class Frames {

    static final String PONG = "{\"type\":\"pong\"}";

    private Frames() {}

    public record Start(String type, UUID messageId, UUID userMessageId, String sessionId) {}

    @JsonbNillable(false)
    public record Tool(
            String type,
            UUID messageId,
            String name,
            String label,
            String status,
            @Nullable Integer rowCount) {}

    public record Sources(String type, UUID messageId, List<Citation> items) {}

    public record Done(String type, UUID messageId, int seq, String status, Tokens usage) {}

    public record Tokens(int promptTokens, int completionTokens) {}

    @JsonbNillable(false)
    public record Error(
            String type,
            String message,
            String code,
            @Nullable UUID messageId,
            @Nullable Long retryAfter) {}

    static String of(TurnEvent event) {
        return event instanceof TurnEvent.Chunk chunk ? of(chunk) : Json.write(frame(event));
    }

    /** Nearly all frames are chunks, and a binding by reflection costs several times the text. */
    private static String of(TurnEvent.Chunk chunk) {
        StringBuilder json = new StringBuilder(chunk.content().length() + 110);
        json.append("{\"type\":\"chunk\",\"content\":");
        JsonText.quote(chunk.content(), json);
        return json.append(",\"message_id\":\"")
                .append(chunk.messageId())
                .append("\",\"seq\":")
                .append(chunk.seq())
                .append('}')
                .toString();
    }

    private static Object frame(TurnEvent event) {
        if (event instanceof TurnEvent.Started e) {
            return new Start("start", e.messageId(), e.userMessageId(), e.sessionId());
        } else if (event instanceof TurnEvent.ToolUsed e) {
            return new Tool(
                    "tool", e.messageId(), e.name(), e.label(), e.status().wireName(), e.rowCount());
        } else if (event instanceof TurnEvent.Sources e) {
            return new Sources("sources", e.messageId(), Citation.from(e.items()));
        } else if (event instanceof TurnEvent.Done e) {
            return new Done(
                    "done",
                    e.messageId(),
                    e.seq(),
                    e.status().wireName(),
                    new Tokens(e.usage().promptTokens(), e.usage().completionTokens()));
        } else if (event instanceof TurnEvent.Failed e) {
            return error(e.error(), e.messageId());
        }
        throw new IllegalStateException("an event without a frame: " + event);
    }

    static String of(SmartChatException error) {
        return Json.write(error(error, null));
    }

    private static Error error(SmartChatException error, @Nullable UUID messageId) {
        Long retryAfter =
                error.retryAfter().map(wait -> Math.max(1, wait.toSeconds())).orElse(null);
        return new Error("error", error.getMessage(), error.code().code(), messageId, retryAfter);
    }
}
