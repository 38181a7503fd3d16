package io.smartchat.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** Marks answers whose server went away. A server gives a sign of life for each answer it works on. */
@ApplicationScoped
public class InterruptedAnswers {

    /** Several signs of life may be late before another node's answer is given up. */
    private static final Duration SILENCE = Duration.ofSeconds(45);

    private final ChatStore store;
    private final RunningTurns running;
    private final Clock clock;

    @Inject
    InterruptedAnswers(ChatStore store, RunningTurns running, Clock clock) {
        this.store = store;
        this.running = running;
        this.clock = clock;
    }

    protected InterruptedAnswers() {
        this(null, null, Clock.systemUTC());
    }

    /** @param onlyServer whether no other server shares the database, so that every unfinished answer is ours of before */
    public int mark(boolean onlyServer) {
        return store.interruptStreaming(clock.instant().minus(onlyServer ? Duration.ZERO : SILENCE));
    }

    /** To be called every few seconds. */
    void watch() {
        Set<UUID> ours = running.answers();
        if (!ours.isEmpty()) {
            store.keepAlive(ours);
        }
        mark(false);
    }
}
