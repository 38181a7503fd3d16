package io.smartchat.chat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Events that are all there already. */
final class Replay implements TurnFeed {

    private final Queue<TurnEvent> left;
    private volatile int unread;

    Replay(List<TurnEvent> events) {
        this.left = new ArrayDeque<>(events);
        this.unread = events.stream().mapToInt(Replay::length).sum();
    }

    @Override
    public @Nullable TurnEvent next() {
        TurnEvent event = left.poll();
        unread -= event == null ? 0 : length(event);
        return event;
    }

    @Override
    public boolean isOver() {
        return left.isEmpty();
    }

    @Override
    public int unread() {
        return unread;
    }

    private static int length(TurnEvent event) {
        return event instanceof TurnEvent.Chunk chunk ? chunk.content().length() : 0;
    }
}
