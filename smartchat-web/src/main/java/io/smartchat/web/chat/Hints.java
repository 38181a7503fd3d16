package io.smartchat.web.chat;

import io.smartchat.identity.Visitor;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import org.jspecify.annotations.Nullable;

/** What a page says of its visitor without proof: shown to the owner as unverified, never used to scope anything. */
final class Hints {

    private Hints() {}

    static Visitor of(JsonObject frame) {
        return new Visitor(
                text(frame, "user_id", 200), text(frame, "user_name", 300), text(frame, "user_email", 320), false);
    }

    private static @Nullable String text(JsonObject frame, String field, int max) {
        if (frame.get(field) instanceof JsonString value && !value.getString().isBlank()) {
            String stripped = value.getString().strip();
            return stripped.substring(0, Math.min(max, stripped.length()));
        }
        return null;
    }
}
