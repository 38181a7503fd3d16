package io.smartchat.usage;

import io.smartchat.tenant.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryLimits extends LimitsService {

    static final Limits GENEROUS = new Limits(1000, 1000, 1000, null);

    private final Map<TenantId, Limits> limits = new ConcurrentHashMap<>();

    void set(TenantId tenant, Limits changed) {
        limits.put(tenant, changed);
    }

    @Override
    public Limits get(TenantId tenant) {
        return limits.getOrDefault(tenant, GENEROUS);
    }
}
