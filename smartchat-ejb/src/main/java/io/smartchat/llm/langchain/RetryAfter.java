package io.smartchat.llm.langchain;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a server asks to be left alone: {@code retry-after-ms}, or {@code Retry-After} in seconds or as a date. */
final class RetryAfter {

    private static final BigDecimal LONGEST_MILLIS =
            BigDecimal.valueOf(Duration.ofDays(1).toMillis());

    private RetryAfter() {}

    /** @return from nothing to a day; empty where nothing sensible is asked */
    static Optional<Duration> of(HttpHeaders headers, Clock clock) {
        return headers.firstValue("retry-after-ms")
                .flatMap(text -> number(text, 0))
                .or(() -> headers.firstValue("retry-after")
                        .flatMap(text -> number(text, 3).or(() -> until(text, headers, clock))));
    }

    private static Optional<Duration> number(String text, int decimals) {
        try {
            return capped(new BigDecimal(text.strip()).movePointRight(decimals));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** By the server's own clock where it tells the time. */
    private static Optional<Duration> until(String text, HttpHeaders headers, Clock clock) {
        Instant now = headers.firstValue("date").flatMap(RetryAfter::date).orElseGet(clock::instant);
        return date(text)
                .map(then -> Duration.between(now, then))
                .flatMap(wait -> capped(BigDecimal.valueOf(wait.isNegative() ? 0 : wait.toMillis())));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(RFC_1123_DATE_TIME.parse(text.strip(), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> capped(BigDecimal millis) {
        return millis.signum() < 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(millis.min(LONGEST_MILLIS).longValue()));
    }
}
