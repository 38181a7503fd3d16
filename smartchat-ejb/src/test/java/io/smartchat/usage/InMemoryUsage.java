package io.smartchat.usage;

import io.smartchat.tenant.TenantId;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryUsage extends UsageStore {

    private final Map<String, DayOfUse> rows = new ConcurrentHashMap<>();
    private boolean broken;

    void setBroken(boolean down) {
        broken = down;
    }

    @Override
    void add(TenantId tenant, DayOfUse use) {
        if (broken) {
            throw new IllegalStateException("the database is away");
        }
        rows.merge(tenant + " " + use.day(), use, DayOfUse::plus);
    }

    @Override
    DayOfUse on(TenantId tenant, LocalDate day) {
        return rows.getOrDefault(tenant + " " + day, DayOfUse.none(day));
    }
}
