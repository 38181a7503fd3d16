package io.smartchat.llm;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;

/** Makes the breakers that keep turns from waiting for a server that is down. */
final class Breakers {

    /** Answers in a row that could not begin. */
    static final int FAILURES = 5;

    /** How long nobody is asked then; after it, one turn tries. */
    static final Duration REST = Duration.ofSeconds(30);

    private final CircuitBreakerConfig config;

    Breakers(Clock clock) {
        config = CircuitBreakerConfig.custom()
                .slidingWindow(FAILURES, FAILURES, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(100)
                .waitDurationInOpenState(REST)
                .permittedNumberOfCallsInHalfOpenState(1)
                .recordException(Breakers::isOutage)
                .ignoreException(failure -> !isOutage(failure))
                .clock(clock)
                .build();
    }

    /** @param name for the library's log */
    CircuitBreaker breaker(String name) {
        return CircuitBreaker.of(name, config);
    }

    private static boolean isOutage(Throwable failure) {
        return failure.getCause() instanceof ModelServerException cause && cause.outage();
    }
}
