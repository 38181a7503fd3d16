package io.smartchat.web.chat;

import io.smartchat.chat.ConversationView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conversation on the wire. */
public record ConversationItem(
        UUID id,
        String sessionId,
        @Nullable String userId,
        @Nullable String userName,
        @Nullable String userEmail,
        boolean verified,
        Instant startedAt,
        Instant lastMessageAt,
        int messageCount,
        @Nullable String feedback) {

    static ConversationItem from(ConversationView c) {
        return new ConversationItem(
                c.id(),
                c.sessionId(),
                c.userId(),
                c.userName(),
                c.userEmail(),
                c.verified(),
                c.startedAt(),
                c.lastMessageAt(),
                c.messageCount(),
                c.feedback());
    }
}
