package io.smartchat.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Marks answers whose server went away. */
@ApplicationScoped
public class InterruptedAnswers {

    /** Longer than any answer may take, so that another node's running answer is never meant. */
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(6);

    private final ChatStore store;
    private final Clock clock;

    @Inject
    InterruptedAnswers(ChatStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected InterruptedAnswers() {
        this(null, Clock.systemUTC());
    }

    /** @param onlyServer whether no other server shares the database, so that every unfinished answer is ours of before */
    public int mark(boolean onlyServer) {
        return store.interruptStreaming(clock.instant().minus(onlyServer ? Duration.ZERO : LONGEST_ANSWER));
    }
}
