package io.smartchat.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is read with every message and hardly ever changes. Whoever changes it has it forgotten once that is committed;
 * another node's change is heard of after three seconds at most.
 */
public final class Remembered<K, V> {

    private static final Duration OTHER_NODES = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    private final Cache<K, V> cache = Caffeine.newBuilder()
            .expireAfterWrite(OTHER_NODES)
            .maximumSize(MOST)
            .build();

    /** What is not there is not remembered either: it may come at any time. */
    public Optional<V> get(K key, Function<K, Optional<V>> read) {
        return Optional.ofNullable(cache.get(key, missing -> read.apply(missing).orElse(null)));
    }

    /** A read that is under way is waited for and forgotten too. */
    public void forget(K key) {
        cache.invalidate(key);
    }
}
