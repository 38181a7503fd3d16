package io.smartchat.usage;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.TimeMeter;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Lets a message in or turns it away, before anything is done for it. Each node counts by itself. */
@ApplicationScoped
public class Quotas {

    /** Another node's change is heard of this late. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private static final Duration ALMOST_A_SECOND = Duration.ofNanos(999_999_999);

    private final LoadingCache<TenantId, Limits> limits;
    private final UsageMeter meter;
    private final Clock clock;
    private final Buckets<TenantId> tenants;
    private final Buckets<Asker> visitors;
    private final Buckets<Asker> networks;

    @Inject
    Quotas(LimitsService limits, UsageMeter meter, Clock clock) {
        this(limits, meter, clock, TimeMeter.SYSTEM_NANOTIME);
    }

    Quotas(LimitsService limits, UsageMeter meter, Clock clock, TimeMeter time) {
        this.limits = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(10_000)
                .build(tenant -> limits.get(tenant));
        this.meter = meter;
        this.clock = clock;
        this.tenants = new Buckets<>(time);
        this.visitors = new Buckets<>(time);
        this.networks = new Buckets<>(time);
    }

    protected Quotas() {
        this(null, null, Clock.systemUTC());
    }

    /**
     * Charges one message. A message that is turned away costs nothing, so that one visitor's flood does not use up what
     * the others have.
     *
     * @throws SmartChatException RATE_LIMITED, with the time to wait
     */
    public void charge(Asker asker) {
        Limits allowed = limits.get(asker.tenant());
        visitors.take(visitor(asker), allowed.visitorMessagesPerMinute())
                .ifPresent(
                        wait -> refuse("You asked a lot in a short time. Please wait a moment and ask again.", wait));
        networks.take(network(asker), allowed.addressMessagesPerMinute()).ifPresent(wait -> {
            visitors.giveBack(visitor(asker), allowed.visitorMessagesPerMinute());
            refuse("Your network asked a lot in a short time. Please wait a moment and ask again.", wait);
        });
        tenants.take(asker.tenant(), allowed.messagesPerMinute()).ifPresent(wait -> {
            visitors.giveBack(visitor(asker), allowed.visitorMessagesPerMinute());
            networks.giveBack(network(asker), allowed.addressMessagesPerMinute());
            refuse("A lot of people are asking right now. Please wait a moment and ask again.", wait);
        });
        requireBudget(asker, allowed);
    }

    /** Undoes {@link #charge}: it was no new message. */
    public void giveBack(Asker asker) {
        Limits allowed = limits.get(asker.tenant());
        visitors.giveBack(visitor(asker), allowed.visitorMessagesPerMinute());
        networks.giveBack(network(asker), allowed.addressMessagesPerMinute());
        tenants.giveBack(asker.tenant(), allowed.messagesPerMinute());
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) LimitsChanged change) {
        limits.invalidate(change.tenant());
    }

    private void requireBudget(Asker asker, Limits allowed) {
        Long budget = allowed.dailyTokens();
        if (budget != null && meter.today(asker.tenant()).tokens() >= budget) {
            giveBack(asker);
            Instant now = clock.instant();
            Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
            refuse(
                    "This chat has answered all it can for today. Please come back tomorrow.",
                    Duration.between(now, midnight));
        }
    }

    private static Asker visitor(Asker asker) {
        return new Asker(asker.tenant(), asker.visitor(), "");
    }

    private static Asker network(Asker asker) {
        return new Asker(asker.tenant(), "", asker.network());
    }

    private static void refuse(String words, Duration wait) {
        throw SmartChatException.rateLimited(words, wait.plus(ALMOST_A_SECOND).truncatedTo(ChronoUnit.SECONDS));
    }
}
