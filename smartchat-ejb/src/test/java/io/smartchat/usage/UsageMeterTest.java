package io.smartchat.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartchat.knowledge.MovableClock;
import io.smartchat.tenant.TenantId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsageMeterTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private final TenantId tenant = TenantId.random();
    private final MovableClock clock = new MovableClock();
    private final InMemoryUsage store = new InMemoryUsage();
    private final UsageMeter meter = new UsageMeter(store, clock);

    @Test
    void addsUpWhatManyTurnsTookAtOnce() {
        IntStream.range(0, 10_000).parallel().forEach(i -> {
            meter.asked(tenant);
            meter.spent(tenant, new Spent(3, 2));
            if (i % 100 == 0) {
                meter.write();
            }
        });
        meter.write();

        assertThat(store.on(tenant, FIRST)).isEqualTo(new DayOfUse(FIRST, 10_000, 30_000, 20_000, 0));
    }

    @Test
    void neverShowsLessThanBeforeWhileItWrites() {
        long[] seen = new long[1];
        IntStream.range(0, 4).parallel().forEach(thread -> {
            for (int i = 0; i < 5000; i++) {
                meter.asked(tenant);
                if (thread == 0) {
                    meter.write();
                } else if (thread == 1) {
                    long now = meter.today(tenant).messages();
                    assertThat(now).isGreaterThanOrEqualTo(seen[0]);
                    seen[0] = now;
                }
            }
        });
    }

    @Test
    void keepsDaysAndTenantsApart() {
        meter.refused(tenant);
        clock.advance(Duration.ofDays(1));
        meter.refused(tenant);
        meter.refused(TenantId.random());
        meter.write();

        assertThat(store.on(tenant, FIRST).refused()).isOne();
        assertThat(meter.today(tenant)).isEqualTo(new DayOfUse(FIRST.plusDays(1), 0, 0, 0, 1));
    }

    @Test
    void losesNothingWhenTheDatabaseIsAwayForAWhile() {
        meter.spent(tenant, new Spent(10, 5));
        store.setBroken(true);
        assertThatThrownBy(meter::write).hasMessage("the database is away");
        meter.spent(tenant, new Spent(1, 1));
        store.setBroken(false);
        meter.write();

        assertThat(store.on(tenant, FIRST).tokens()).isEqualTo(17);
    }

    @Test
    void countsFourCharactersAsATokenWhereNobodyCounts() {
        assertThat(Spent.of(0, 0, 401, 8)).isEqualTo(new Spent(101, 2));
        assertThat(Spent.of(7, 0, 401, 8)).isEqualTo(new Spent(7, 2));
        assertThat(Spent.of(7, 9, 401, 8)).isEqualTo(new Spent(7, 9));
    }
}
