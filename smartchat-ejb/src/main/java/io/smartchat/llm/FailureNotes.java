package io.smartchat.llm;

import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Writes a tenant's failures down for its admin; in an outage one of many is enough. */
final class FailureNotes implements Consumer<SmartChatException> {

    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(5);
    private static final int LONGEST = 2000;

    private final TenantId tenant;
    private final LlmFailures failures;
    private final Executor executor;
    private final Clock clock;
    private final AtomicReference<Instant> noted = new AtomicReference<>(Instant.MIN);

    /** @param executor writes, as failures come on threads that must not wait */
    FailureNotes(TenantId tenant, LlmFailures failures, Executor executor, Clock clock) {
        this.tenant = tenant;
        this.failures = failures;
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public void accept(SmartChatException error) {
        Instant now = clock.instant();
        Instant last = noted.get();
        if (now.minus(AT_MOST_EVERY).isAfter(last) && noted.compareAndSet(last, now)) {
            LlmFailure failure = new LlmFailure(now, error.code().code(), words(error));
            executor.execute(() -> failures.note(tenant, failure));
        }
    }

    private static String words(SmartChatException error) {
        String words = error.getCause() instanceof ModelServerException cause ? cause.getMessage() : error.getMessage();
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }
}
