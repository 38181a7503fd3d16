package io.smartchat.tenant;

import io.smartchat.platform.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** API keys that were shown lately, by their hash. */
@ApplicationScoped
class KnownKeys {

    private final Remembered<String, Known> keys = new Remembered<>();

    /** @param expiresAt null if it never does */
    record Known(TenantId tenant, @Nullable Instant expiresAt) {

        boolean isValidAt(Instant now) {
            return expiresAt == null || now.isBefore(expiresAt);
        }
    }

    Optional<Known> get(String hash, Function<String, Optional<Known>> read) {
        return keys.get(hash, read);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) KeysChanged change) {
        change.hashes().forEach(keys::forget);
    }
}
