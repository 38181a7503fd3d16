package io.smartchat.chat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conversation as the owner sees it in a list. */
public record ConversationView(
        UUID id,
        String sessionId,
        @Nullable String userId,
        @Nullable String userName,
        @Nullable String userEmail,
        boolean verified,
        Instant startedAt,
        Instant lastMessageAt,
        int messageCount,
        @Nullable String feedback) {}
