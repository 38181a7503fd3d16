package io.smartchat.web.chat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands a socket's frames on in their order, off the thread that reads the socket. */
final class Inbox {

    private static final int MAX_WAITING = 64;
    private static final int MAX_WAITING_CHARACTERS = 128 * 1024;

    private final Consumer<String> handler;
    private final Executor executor;
    private final Deque<String> waiting = new ArrayDeque<>();
    private int waitingCharacters;
    private boolean working;

    Inbox(Consumer<String> handler, Executor executor) {
        this.handler = handler;
        this.executor = executor;
    }

    /** @return whether the frame will be handled; beyond what may wait it is dropped, since its sender floods */
    synchronized boolean add(String frame) {
        boolean fits = waiting.size() < MAX_WAITING && waitingCharacters + frame.length() <= MAX_WAITING_CHARACTERS;
        if (fits) {
            waiting.add(frame);
            waitingCharacters += frame.length();
        }
        if (!working) {
            working = true;
            executor.execute(this::work);
        }
        return fits;
    }

    private void work() {
        for (String frame = next(); frame != null; frame = next()) {
            handler.accept(frame);
        }
    }

    private synchronized @Nullable String next() {
        String frame = waiting.poll();
        working = frame != null;
        waitingCharacters -= frame == null ? 0 : frame.length();
        return frame;
    }
}
