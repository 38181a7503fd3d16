package io.smartchat.widget;

import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantCreated;
import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Widget settings, and whether a site may use a tenant's key. */
@ApplicationScoped
@Transactional
public class WidgetService {

    @PersistenceContext(unitName = "smartchat")
    private EntityManager entities;

    private final Clock clock;

    @Inject
    public WidgetService(Clock clock) {
        this.clock = clock;
    }

    protected WidgetService() {
        this(Clock.systemUTC());
    }

    void giveDefaults(@Observes TenantCreated event) {
        entities.persist(new WidgetConfig(event.tenant(), WidgetSettings.defaults(), clock.instant()));
    }

    public WidgetSettings settings(TenantId tenant) {
        return find(tenant).settings();
    }

    public WidgetSettings change(TenantId tenant, WidgetChange change) {
        WidgetConfig config = find(tenant);
        WidgetSettings changed = config.settings().with(change);
        WidgetValidation.check(changed);
        config.change(changed, clock.instant());
        return changed;
    }

    /**
     * Whether a page of {@code origin} may use the tenant's widget.
     *
     * @param origin the {@code Origin} header, null if there was none
     * @param ownOrigin SmartChat's own, always allowed, for its test page
     */
    public boolean allowsOrigin(TenantId tenant, @Nullable String origin, String ownOrigin) {
        var allowed = settings(tenant).allowedDomains();
        if (allowed.isEmpty() || ownOrigin.equals(origin)) {
            return true;
        }
        return origin != null
                && allowed.stream()
                        .map(AllowedOrigin::parse)
                        .flatMap(Optional::stream)
                        .anyMatch(o -> o.admits(origin));
    }

    private WidgetConfig find(TenantId tenant) {
        WidgetConfig config = entities.find(WidgetConfig.class, tenant.value());
        if (config == null) {
            throw SmartChatException.notFound("tenant");
        }
        return config;
    }
}
