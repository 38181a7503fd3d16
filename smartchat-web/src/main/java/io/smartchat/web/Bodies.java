package io.smartchat.web;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** Request bodies that must be there. */
public final class Bodies {

    private Bodies() {}

    /**
     * A body that may be missing, as an object without fields. It is read as text, since JSON-B refuses an empty body.
     *
     * @throws SmartChatException INVALID_JSON for a body that is there and no JSON object
     */
    public static JsonFields optional(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return new JsonFields(JsonValue.EMPTY_JSON_OBJECT);
        }
        try (JsonReader json = Json.createReader(new StringReader(body))) {
            return new JsonFields(json.readObject());
        } catch (JsonException e) {
            throw new SmartChatException(ErrorCode.INVALID_JSON, "Send a JSON object in the request body.");
        }
    }

    /** @throws SmartChatException INVALID_JSON for an empty body or a bare {@code null} */
    public static <T> T required(@Nullable T body) {
        if (body == null) {
            throw new SmartChatException(ErrorCode.INVALID_JSON, "Send a JSON object in the request body.");
        }
        return body;
    }
}
