package io.smartchat.usage;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/**
 * A bucket for each of many callers. What is allowed in a minute is given out evenly; as much as ten seconds bring, and at
 * least ten, may come at once, since a whole minute's worth in one moment would be felt by everybody. A bucket nobody
 * asks for is full again by the time it is forgotten.
 */
final class Buckets<K> {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final int TEN = 10;
    private static final int REMEMBERED = 100_000;

    private final LoadingCache<Allowance<K>, Bucket> buckets;

    /** A changed limit is another bucket. */
    private record Allowance<K>(K caller, int perMinute) {

        private Bucket bucket(TimeMeter time) {
            int atOnce = Math.min(perMinute, Math.max(TEN, perMinute / (int) MINUTE.dividedBy(TEN_SECONDS)));
            return Bucket.builder()
                    .withCustomTimePrecision(time)
                    .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perMinute, MINUTE))
                    .build();
        }
    }

    Buckets(TimeMeter time) {
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(MINUTE.plusSeconds(5))
                .maximumSize(REMEMBERED)
                .build(allowance -> allowance.bucket(time));
    }

    /** @return how long to wait if there is nothing to take */
    Optional<Duration> take(K caller, int perMinute) {
        ConsumptionProbe probe = buckets.get(new Allowance<>(caller, perMinute)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    void giveBack(K caller, int perMinute) {
        buckets.get(new Allowance<>(caller, perMinute)).addTokens(1);
    }
}
