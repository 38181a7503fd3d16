package io.smartchat.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some messages of a conversation, oldest first.
 *
 * @param nextAfter place of the last of them if more follow, else null
 */
public record MessagePage(
        List<ChatMessageView> messages, @Nullable Integer nextAfter) {

    static final MessagePage EMPTY = new MessagePage(List.of(), null);

    static MessagePage of(List<Message> rows, int limit) {
        List<Message> shown = rows.subList(0, Math.min(limit, rows.size()));
        Integer next = rows.size() > limit ? shown.get(shown.size() - 1).ordinal() : null;
        return new MessagePage(shown.stream().map(Message::view).toList(), next);
    }
}
