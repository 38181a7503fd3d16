package io.smartchat.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.smartchat.platform.SmartChatException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Counts tries before a password is looked at: 10 in 15 minutes for an account, 100 for an address. */
@ApplicationScoped
public class SignInThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int PER_ACCOUNT = 10;
    private static final int PER_ADDRESS = 100;
    private static final int REMEMBERED = 100_000;

    private final LoadingCache<String, Bucket> accounts = buckets(PER_ACCOUNT);
    private final LoadingCache<String, Bucket> addresses = buckets(PER_ADDRESS);

    void countTry(String email, String address) {
        take(addresses.get(address));
        take(accounts.get(email));
    }

    void forget(String email) {
        accounts.invalidate(email);
    }

    private static void take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw SmartChatException.rateLimited(
                    "There were too many attempts. Please wait a few minutes and try again.",
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static LoadingCache<String, Bucket> buckets(int tries) {
        return Caffeine.newBuilder()
                .expireAfterAccess(WINDOW)
                .maximumSize(REMEMBERED)
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(tries).refillIntervally(tries, WINDOW))
                        .build());
    }
}
