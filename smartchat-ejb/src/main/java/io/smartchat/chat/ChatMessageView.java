package io.smartchat.chat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored message. */
public record ChatMessageView(
        UUID id,
        Role role,
        String content,
        List<SourceItem> sources,
        Instant createdAt,
        @Nullable String feedback,
        MessageStatus status) {}
