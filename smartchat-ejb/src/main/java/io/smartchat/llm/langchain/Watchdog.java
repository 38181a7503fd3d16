package io.smartchat.llm.langchain;

import dev.langchain4j.exception.TimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Ends a call that stays silent too long or takes too long altogether. Hearing something costs one volatile write. */
final class Watchdog {

    private final LlmTimeouts timeouts;
    private final Consumer<TimeoutException> onExpiry;
    private final long startedAt = System.nanoTime();
    private volatile long heardAt = startedAt;
    private volatile boolean tokenSeen;
    private volatile boolean stopped;
    private volatile @Nullable CompletableFuture<Void> timer;

    Watchdog(LlmTimeouts timeouts, Consumer<TimeoutException> onExpiry) {
        this.timeouts = timeouts;
        this.onExpiry = onExpiry;
        watch();
    }

    void heard() {
        heardAt = System.nanoTime();
    }

    void tokenCame() {
        if (!tokenSeen) {
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
        long silence = limitOfSilence().toNanos() - (now - heardAt);
        long total = timeouts.total().toNanos() - (now - startedAt);
        if (silence <= 0 || total <= 0) {
            expire(total <= 0);
            return;
        }
        CompletableFuture<Void> next =
                new CompletableFuture<Void>().completeOnTimeout(null, Math.min(silence, total), TimeUnit.NANOSECONDS);
        timer = next;
        next.thenRunAsync(this::watchUnlessStopped);
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
