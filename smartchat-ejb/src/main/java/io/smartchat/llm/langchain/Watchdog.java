package io.smartchat.llm.langchain;

import dev.langchain4j.exception.TimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends an answer that takes too long to begin, stays silent too long or takes too long altogether, however many tries it
 * takes. Hearing something costs one volatile write.
 */
final class Watchdog {

    private final LlmTimeouts timeouts;
    private final Executor executor;
    private final Consumer<TimeoutException> onExpiry;
    private final long startedAt = System.nanoTime();
    private volatile long heardAt = startedAt;
    private volatile boolean tokenSeen;
    private volatile boolean stopped;
    private volatile @Nullable CompletableFuture<Void> timer;

    /** @param executor runs {@code onExpiry} */
    Watchdog(LlmTimeouts timeouts, Executor executor, Consumer<TimeoutException> onExpiry) {
        this.timeouts = timeouts;
        this.executor = executor;
        this.onExpiry = onExpiry;
    }

    Watchdog start() {
        watch();
        return this;
    }

    boolean tokenSeen() {
        return tokenSeen;
    }

    /** Whether the first token may still come after so long a wait. */
    boolean leavesTimeAfter(Duration wait) {
        return wait.compareTo(limit()) < 0 && wait.toNanos() < limit().toNanos() - (System.nanoTime() - startedAt);
    }

    void heard() {
        heardAt = System.nanoTime();
    }

    void tokenCame() {
        if (!tokenSeen) {
            heardAt = System.nanoTime();
            tokenSeen = true;
            // the wait that runs was set for the first token, which may take longer than the next
            restart();
        }
    }

    void stop() {
        stopped = true;
        cancelTimer();
    }

    private void restart() {
        cancelTimer();
        watch();
    }

    private void watch() {
        long now = System.nanoTime();
        // signs of life are no answer: only a token ends the wait for the first one
        long silence = limitOfSilence().toNanos() - (now - (tokenSeen ? heardAt : startedAt));
        long total = timeouts.total().toNanos() - (now - startedAt);
        if (silence <= 0 || total <= 0) {
            expire(total <= 0);
            return;
        }
        CompletableFuture<Void> next =
                new CompletableFuture<Void>().completeOnTimeout(null, Math.min(silence, total), TimeUnit.NANOSECONDS);
        timer = next;
        next.thenRunAsync(this::watchUnlessStopped, executor);
        if (stopped) {
            next.cancel(false);
        }
    }

    private void watchUnlessStopped() {
        if (!stopped) {
            watch();
        }
    }

    private void expire(boolean wholeAnswer) {
        stopped = true;
        Duration limit = wholeAnswer ? timeouts.total() : limitOfSilence();
        String what = wholeAnswer ? "The answer was not complete" : tokenSeen ? "Nothing more came" : "Nothing came";
        onExpiry.accept(new TimeoutException(what + " within " + limit.toMillis() + " ms."));
    }

    private Duration limit() {
        return timeouts.firstToken().compareTo(timeouts.total()) < 0 ? timeouts.firstToken() : timeouts.total();
    }

    private Duration limitOfSilence() {
        return tokenSeen ? timeouts.idle() : timeouts.firstToken();
    }

    private void cancelTimer() {
        CompletableFuture<Void> running = timer;
        if (running != null) {
            running.cancel(false);
        }
    }
}
