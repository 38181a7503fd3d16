package io.smartchat.web.chat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands a socket's frames on in their order, off the thread that reads the socket. */
final class Inbox {

    private static final int MAX_WAITING = 64;

    private final Consumer<String> handler;
    private final Executor executor;
    private final Deque<String> waiting = new ArrayDeque<>();
    private boolean working;

    Inbox(Consumer<String> handler, Executor executor) {
        this.handler = handler;
        this.executor = executor;
    }

    /** Frames beyond what may wait are dropped: their sender floods. */
    synchronized void add(String frame) {
        if (waiting.size() < MAX_WAITING) {
            waiting.add(frame);
        }
        if (!working) {
            working = true;
            executor.execute(this::work);
        }
    }

    private void work() {
        for (String frame = next(); frame != null; frame = next()) {
            handler.accept(frame);
        }
    }

    private synchronized @Nullable String next() {
        String frame = waiting.poll();
        working = frame != null;
        return frame;
    }
}
