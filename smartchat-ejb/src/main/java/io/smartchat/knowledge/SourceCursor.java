package io.smartchat.knowledge;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;

/** The last source of a page, as an opaque text. */
record SourceCursor(Instant createdAt, UUID id) {

    static SourceCursor of(SourceView last) {
        return new SourceCursor(last.createdAt(), last.id());
    }

    String encode() {
        byte[] text = (createdAt + " " + id).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    static SourceCursor decode(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(" ");
            return new SourceCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw new SmartChatException(
                    ErrorCode.BAD_REQUEST, "The cursor is not one this list gave out. Start again without it.", e);
        }
    }
}
