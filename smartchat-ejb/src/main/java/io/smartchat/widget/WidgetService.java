package io.smartchat.widget;

import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantCreated;
import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Widget settings, and whether a site may use a tenant's key. */
@ApplicationScoped
@Transactional
public class WidgetService {

    @PersistenceContext(unitName = "smartchat")
    private EntityManager entities;

    private final AllowedOrigins origins;
    private final Event<WidgetChanged> changed;
    private final Clock clock;

    @Inject
    WidgetService(AllowedOrigins origins, Event<WidgetChanged> changed, Clock clock) {
        this.origins = origins;
        this.changed = changed;
        this.clock = clock;
    }

    protected WidgetService() {
        this(null, null, Clock.systemUTC());
    }

    void giveDefaults(@Observes TenantCreated event) {
        entities.persist(new WidgetConfig(event.tenant(), WidgetSettings.defaults(), clock.instant()));
    }

    public WidgetSettings settings(TenantId tenant) {
        return find(tenant).settings();
    }

    public WidgetSettings change(TenantId tenant, WidgetChange change) {
        WidgetConfig config = find(tenant);
        WidgetSettings next = config.settings().with(change);
        WidgetValidation.check(next);
        config.change(next, clock.instant());
        changed.fire(new WidgetChanged(tenant));
        return next;
    }

    /**
     * Whether a page of {@code origin} may use the tenant's widget.
     *
     * @param origin the {@code Origin} header, null if there was none
     * @param ownOrigin SmartChat's own, always allowed, for its test page
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean allowsOrigin(TenantId tenant, @Nullable String origin, String ownOrigin) {
        AllowedOrigins.AllowList allowed = origins.of(tenant, id -> settings(id).allowedDomains());
        return allowed.any() || ownOrigin.equals(origin) || origin != null && allowed.admits(origin);
    }

    private WidgetConfig find(TenantId tenant) {
        WidgetConfig config = entities.find(WidgetConfig.class, tenant.value());
        if (config == null) {
            throw SmartChatException.notFound("tenant");
        }
        return config;
    }
}
