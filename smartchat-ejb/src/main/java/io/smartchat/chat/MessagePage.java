package io.smartchat.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some messages of a conversation, oldest first.
 *
 * @param next place of the message where the next page goes on, null on the last page
 */
public record MessagePage(
        List<ChatMessageView> messages, @Nullable Integer next) {

    static final MessagePage EMPTY = new MessagePage(List.of(), null);

    /** @param rows in their order, one more than {@code limit} if there are more */
    static MessagePage forwards(List<Message> rows, int limit) {
        List<Message> shown = rows.subList(0, Math.min(limit, rows.size()));
        Integer next = rows.size() > limit ? shown.get(shown.size() - 1).ordinal() : null;
        return new MessagePage(shown.stream().map(Message::view).toList(), next);
    }

    /** @param rows newest first, one more than {@code limit} if there are more */
    static MessagePage backwards(List<Message> rows, int limit) {
        List<Message> shown = new ArrayList<>(rows.subList(0, Math.min(limit, rows.size())));
        Collections.reverse(shown);
        Integer next = rows.size() > limit ? shown.get(0).ordinal() : null;
        return new MessagePage(shown.stream().map(Message::view).toList(), next);
    }
}
