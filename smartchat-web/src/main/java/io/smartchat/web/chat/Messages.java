package io.smartchat.web.chat;

import io.smartchat.chat.MessagePage;
import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some messages of a conversation, oldest first. */
public record Messages(List<MessageItem> messages, @Nullable String nextCursor) {

    static Messages from(MessagePage page) {
        return new Messages(
                page.messages().stream().map(MessageItem::from).toList(),
                page.next() == null ? null : page.next().toString());
    }

    /** The place a cursor names, null for none. */
    static @Nullable Integer place(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw new SmartChatException(
                    ErrorCode.BAD_REQUEST, "The cursor is not one this list gave out. Start again without it.");
        }
    }

    static int limit(int asked) {
        return Math.min(Math.max(asked, 1), 200);
    }
}
