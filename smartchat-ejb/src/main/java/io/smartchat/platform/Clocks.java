package io.smartchat.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The clock every feature injects, so that a test can move time; as fine as the databases store it. */
@ApplicationScoped
class Clocks {

    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    @Produces
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }
}
