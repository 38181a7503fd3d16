package io.smartchat.web.chat;

import io.smartchat.identity.Visitor;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import org.jspecify.annotations.Nullable;

/** What a page says of its visitor without proof: shown to the owner as unverified, never used to scope anything. */
final class Hints {

    private Hints() {}

    static Visitor of(JsonObject frame) {
        if (frame.get("user") instanceof JsonObject user) {
            return new Visitor(text(user, "id", 200), text(user, "name", 300), text(user, "email", 320), false);
        }
        return Visitor.ANONYMOUS;
    }

    private static @Nullable String text(JsonObject user, String field, int max) {
        if (user.get(field) instanceof JsonString value && !value.getString().isBlank()) {
            String stripped = value.getString().strip();
            return stripped.substring(0, Math.min(max, stripped.length()));
        }
        return null;
    }
}
