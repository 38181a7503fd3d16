package io.smartchat.usage;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/**
 * A bucket for each of many callers: it holds what is allowed in a minute and refills evenly. A bucket nobody asks for is
 * full again by the time it is forgotten.
 */
final class Buckets<K> {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int REMEMBERED = 100_000;

    private final LoadingCache<Allowance<K>, Bucket> buckets;

    /** A changed limit is another bucket. */
    private record Allowance<K>(K caller, int perMinute) {}

    Buckets(TimeMeter time) {
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(MINUTE.plusSeconds(5))
                .maximumSize(REMEMBERED)
                .build(allowance -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit ->
                                limit.capacity(allowance.perMinute()).refillGreedy(allowance.perMinute(), MINUTE))
                        .build());
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
