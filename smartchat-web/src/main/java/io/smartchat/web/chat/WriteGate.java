package io.smartchat.web.chat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps our writes to a socket apart from the server's own close frame. The server tells of a broken connection before it
 * writes that frame; two writes at once, or one behind it, leave a thread waiting for ever.
 */
final class WriteGate {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean shut;

    interface Write {

        void run() throws IOException;
    }

    /** Does nothing once the gate is shut. */
    void write(Write write) throws IOException {
        writing.lock();
        try {
            if (!shut) {
                write.run();
            }
        } finally {
            writing.unlock();
        }
    }

    /** Lets no write begin, and returns when the one under way has ended, or after a while if it hangs. */
    void shut() {
        shut = true;
        try {
            if (writing.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                writing.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
