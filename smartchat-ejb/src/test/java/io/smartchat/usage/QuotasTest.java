package io.smartchat.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.TimeMeter;
import io.smartchat.knowledge.MovableClock;
import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantId;
import java.time.Duration;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotasTest {

    private final TenantId tenant = TenantId.random();
    private final TenantId other = TenantId.random();
    private final MovableClock clock = new MovableClock();
    private final InMemoryLimits limits = new InMemoryLimits();
    private final UsageMeter meter = new UsageMeter(new InMemoryUsage(), clock);
    private final Quotas quotas = new Quotas(limits, meter, clock, time());

    @Test
    void letsNoMoreThanTheTenantsMessagesThroughHoweverManyComeAtOnce() {
        limits.set(tenant, new Limits(300, 1000, 1000, null));

        assertThat(letIn(1000, i -> new Asker(tenant, "session " + i, "10.0.0." + i % 250)))
                .isEqualTo(50);
    }

    @Test
    void stopsOneVisitorOnManyNetworks() {
        limits.set(tenant, new Limits(1000, 120, 1000, null));

        assertThat(letIn(100, i -> new Asker(tenant, "one", "10.0.0." + i))).isEqualTo(20);
    }

    @Test
    void stopsOneNetworkWithManySessions() {
        limits.set(tenant, new Limits(1000, 1000, 180, null));

        assertThat(letIn(100, i -> new Asker(tenant, "session " + i, "10.0.0.1")))
                .isEqualTo(30);
    }

    @Test
    void leavesOtherTenantsVisitorsAndNetworksAlone() {
        limits.set(tenant, new Limits(1000, 5, 10, null));
        letIn(100, i -> new Asker(tenant, "flood", "10.0.0.1"));

        assertThat(letIn(5, i -> new Asker(other, "flood", "10.0.0.1"))).isEqualTo(5);
        assertThat(letIn(5, i -> new Asker(tenant, "calm", "10.0.0.1"))).isEqualTo(5);
    }

    @Test
    void refillsEvenlyAndSaysWhenToComeBack() {
        limits.set(tenant, new Limits(1000, 6, 1000, null));
        Asker asker = new Asker(tenant, "one", "10.0.0.1");
        letIn(6, i -> asker);

        SmartChatException refused = refusal(asker);
        assertThat(refused.retryAfter()).contains(Duration.ofSeconds(10));
        clock.advance(Duration.ofSeconds(10));
        assertThat(letIn(6, i -> asker)).isOne();
    }

    @Test
    void givesOutAMinutesMessagesWithinTheMinute() {
        limits.set(tenant, new Limits(60, 1000, 1000, null));
        long let = 0;
        for (int second = 0; second < 60; second++) {
            let += letIn(100, i -> new Asker(tenant, "session " + i, "10.0.0." + i));
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(let).isBetween(60L, 70L);
    }

    @Test
    void chargesNothingForWhatItTurnsAway() {
        limits.set(tenant, new Limits(1, 10, 10, null));
        Asker asker = new Asker(tenant, "one", "10.0.0.1");
        letIn(500, i -> asker);
        limits.set(tenant, new Limits(1000, 10, 10, null));
        quotas.forget(new LimitsChanged(tenant));

        assertThat(letIn(20, i -> asker)).isEqualTo(9);
    }

    @Test
    void givesBackWhatWasNoNewMessage() {
        limits.set(tenant, new Limits(1, 1, 1, null));
        Asker asker = new Asker(tenant, "one", "10.0.0.1");
        quotas.charge(asker);
        quotas.giveBack(asker);

        assertThatCode(() -> quotas.charge(asker)).doesNotThrowAnyException();
    }

    @Test
    void asksNothingMoreWhenTheDaysTokensAreUsedUpUntilMidnight() {
        limits.set(tenant, new Limits(1000, 1000, 1000, 100L));
        Asker asker = new Asker(tenant, "one", "10.0.0.1");
        clock.advance(Duration.ofHours(22));
        quotas.charge(asker);
        meter.spent(tenant, new Spent(90, 9));
        quotas.charge(asker);
        meter.spent(tenant, new Spent(0, 1));

        SmartChatException refused = refusal(asker);
        assertThat(refused).hasMessageContaining("tomorrow");
        assertThat(refused.retryAfter()).contains(Duration.ofHours(2));
        clock.advance(Duration.ofHours(2));
        assertThatCode(() -> quotas.charge(asker)).doesNotThrowAnyException();
    }

    @Test
    void knowsWhatWasWrittenAndWhatWasNot() {
        limits.set(tenant, new Limits(1000, 1000, 1000, 100L));
        meter.spent(tenant, new Spent(50, 0));
        meter.write();
        meter.spent(tenant, new Spent(50, 0));

        assertThat(refusal(new Asker(tenant, "one", "10.0.0.1")).code()).isEqualTo(ErrorCode.RATE_LIMITED);
    }

    private TimeMeter time() {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.millis() * 1_000_000;
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }

    private long letIn(int messages, IntFunction<Asker> asker) {
        Set<Integer> let = IntStream.range(0, messages)
                .parallel()
                .filter(i -> {
                    try {
                        quotas.charge(asker.apply(i));
                        return true;
                    } catch (SmartChatException e) {
                        return false;
                    }
                })
                .boxed()
                .collect(Collectors.toSet());
        return let.size();
    }

    private SmartChatException refusal(Asker asker) {
        SmartChatException refused = catchThrowableOfType(SmartChatException.class, () -> quotas.charge(asker));
        assertThat(refused).isNotNull();
        return refused;
    }
}
