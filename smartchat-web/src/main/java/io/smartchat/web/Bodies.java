package io.smartchat.web;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import org.jspecify.annotations.Nullable;

/** Request bodies that must be there. */
public final class Bodies {

    private Bodies() {}

    /** @throws SmartChatException INVALID_JSON for an empty body or a bare {@code null} */
    public static <T> T required(@Nullable T body) {
        if (body == null) {
            throw new SmartChatException(ErrorCode.INVALID_JSON, "Send a JSON object in the request body.");
        }
        return body;
    }
}
