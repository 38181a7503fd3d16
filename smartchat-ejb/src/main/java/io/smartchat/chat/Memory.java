package io.smartchat.chat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Which earlier messages still fit: the newest whole, as many as the budget holds, beginning with a question. */
final class Memory {

    private static final int CHARACTERS_PER_TOKEN = 4;

    private Memory() {}

    /** @param oldestFirst the conversation's messages; empty and unfinished ones are left out */
    static List<ChatMessageView> within(int tokens, List<ChatMessageView> oldestFirst) {
        long left = (long) tokens * CHARACTERS_PER_TOKEN;
        Deque<ChatMessageView> kept = new ArrayDeque<>();
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            ChatMessageView message = oldestFirst.get(i);
            if (message.content().isBlank() || message.status() == MessageStatus.STREAMING) {
                continue;
            }
            left -= weight(message.content());
            if (left < 0) {
                break;
            }
            kept.addFirst(message);
        }
        while (!kept.isEmpty() && kept.getFirst().role() != Role.USER) {
            kept.removeFirst();
        }
        return new ArrayList<>(kept);
    }

    /** In characters of a script with an alphabet; one of Chinese, Japanese or Korean is about a token of its own. */
    private static long weight(String text) {
        long wide = text.codePoints()
                .filter(c -> Character.isIdeographic(c) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0xAC00 && c <= 0xD7AF))
                .count();
        return text.length() + wide * (CHARACTERS_PER_TOKEN - 1);
    }
}
