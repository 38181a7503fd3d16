package io.smartchat.web.chat;

import io.smartchat.chat.ChatMessageView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message on the wire. */
public record MessageItem(
        UUID id,
        String role,
        String content,
        List<Citation> sources,
        Instant createdAt,
        @Nullable String feedback,
        String status) {

    static MessageItem from(ChatMessageView m) {
        return new MessageItem(
                m.id(),
                m.role().wireName(),
                m.content(),
                Citation.from(m.sources()),
                m.createdAt(),
                m.feedback(),
                m.status().wireName());
    }
}
