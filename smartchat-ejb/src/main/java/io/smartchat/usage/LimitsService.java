package io.smartchat.usage;

import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** A tenant's limits; one that was given none has the operator's. */
@ApplicationScoped
@Transactional
public class LimitsService {

    @PersistenceContext(unitName = "smartchat")
    private EntityManager entities;

    private final DefaultLimits defaults;
    private final Event<LimitsChanged> changed;
    private final Clock clock;

    @Inject
    LimitsService(DefaultLimits defaults, Event<LimitsChanged> changed, Clock clock) {
        this.defaults = defaults;
        this.changed = changed;
        this.clock = clock;
    }

    protected LimitsService() {
        this(null, null, Clock.systemUTC());
    }

    public Limits get(TenantId tenant) {
        TenantLimits own = entities.find(TenantLimits.class, tenant.value());
        return own == null ? defaults.limits() : own.limits();
    }

    /** Changes some limits of a tenant that exists; from then on it keeps all four. */
    public Limits change(TenantId tenant, LimitsChange change) {
        Limits limits = get(tenant).with(change);
        LimitsValidation.check(limits);
        TenantLimits own = entities.find(TenantLimits.class, tenant.value());
        if (own == null) {
            entities.persist(new TenantLimits(tenant, limits, clock.instant()));
        } else {
            own.change(limits, clock.instant());
        }
        changed.fire(new LimitsChanged(tenant));
        return limits;
    }
}
