package io.smartchat.llm.langchain;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Which failures are worth another try before the first token, and when. The wait doubles each time and is cut by up to a
 * half at random, so that the turns one outage stopped don't all come back at once.
 *
 * @param most tries after the first
 * @param firstWait longest wait before the first of them
 */
record Retries(int most, Duration firstWait) {

    static final Retries DEFAULT = new Retries(2, Duration.ofMillis(500));

    private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 529);

    /**
     * @param failures how often it failed so far, this time included
     * @return how long to wait; empty where another try makes no sense
     */
    Optional<Duration> after(int failures, Throwable failure) {
        if (failures > most || !worthwhile(failure)) {
            return Optional.empty();
        }
        double share = 0.5 + RandomGenerator.getDefault().nextDouble() / 2;
        long backoff = (long) (firstWait.toNanos() * Math.pow(2, failures - 1.0) * share);
        Duration asked = asked(failure).orElse(Duration.ZERO);
        return Optional.of(asked.toNanos() > backoff ? asked : Duration.ofNanos(backoff));
    }

    /** How long the server asked to be left alone. */
    static Optional<Duration> asked(Throwable failure) {
        return Causes.find(failure, RefusedException.class).flatMap(RefusedException::retryAfter);
    }

    private static boolean worthwhile(Throwable failure) {
        return Causes.find(failure, NoResponseException.class).isPresent()
                || Causes.find(failure, HttpException.class)
                        .filter(http -> PASSING.contains(http.statusCode()))
                        .isPresent();
    }
}
