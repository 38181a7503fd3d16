package io.smartchat.llm.langchain;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs what several threads hand in one at a time and in order, on whichever of them is there; holds no lock. */
final class SerialDelivery {

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private volatile boolean closed;

    void deliver(Runnable call) {
        waiting.add(call);
        if (pending.getAndIncrement() > 0) {
            return;
        }
        do {
            Runnable next = waiting.poll();
            if (next != null && !closed) {
                next.run();
            }
        } while (pending.decrementAndGet() > 0);
    }

    /** Drops what has not run yet. */
    void close() {
        closed = true;
    }
}
