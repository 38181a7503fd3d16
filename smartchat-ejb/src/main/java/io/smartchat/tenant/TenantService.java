package io.smartchat.tenant;

import io.smartchat.platform.SmartChatException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tenants and the keys that name them. */
@ApplicationScoped
@Transactional
public class TenantService {

    private static final int MAX_NAME = 200;
    private static final Duration MAX_GRACE = Duration.ofDays(30);

    @PersistenceContext(unitName = "smartchat")
    private EntityManager entities;

    private final Event<TenantCreated> created;
    private final Event<TenantDeleted> deleted;
    private final Event<KeysChanged> keysChanged;
    private final KnownKeys known;
    private final Clock clock;

    @Inject
    TenantService(
            Event<TenantCreated> created,
            Event<TenantDeleted> deleted,
            Event<KeysChanged> keysChanged,
            KnownKeys known,
            Clock clock) {
        this.created = created;
        this.deleted = deleted;
        this.keysChanged = keysChanged;
        this.known = known;
        this.clock = clock;
    }

    protected TenantService() {
        this(null, null, null, null, Clock.systemUTC());
    }

    /** All tenants, oldest first. */
    public List<TenantView> list() {
        return entities.createQuery("select t from Tenant t order by t.createdAt, t.id", Tenant.class)
                .getResultStream()
                .map(this::view)
                .toList();
    }

    public TenantView get(TenantId id) {
        return view(find(id));
    }

    public Optional<TenantId> oldest() {
        return entities.createQuery("select t from Tenant t order by t.createdAt, t.id", Tenant.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(Tenant::id);
    }

    /**
     * Makes the first tenant, unless there is one or another node makes it at this moment.
     *
     * @param apiKey the key the operator chose, or null for a random one
     */
    public Optional<NewTenant> createFirst(String name, @Nullable String apiKey) {
        int claimed = entities.createNativeQuery(
                        "insert into setting (name, content) values ('first_tenant', ?1) on conflict do nothing")
                .setParameter(1, clock.instant().toString())
                .executeUpdate();
        if (claimed == 0 || oldest().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(create(name, apiKey == null ? ApiKeyValue.random() : new ApiKeyValue(apiKey)));
    }

    public NewTenant create(String name) {
        return create(name, ApiKeyValue.random());
    }

    private NewTenant create(String name, ApiKeyValue key) {
        Tenant tenant = new Tenant(TenantId.random(), checkedName(name), clock.instant());
        entities.persist(tenant);
        entities.flush();
        entities.persist(new ApiKey(tenant.id(), key, tenant.createdAt()));
        created.fire(new TenantCreated(tenant.id()));
        return new NewTenant(tenant.id(), tenant.name(), key.value(), tenant.createdAt());
    }

    public TenantView rename(TenantId id, String name) {
        Tenant tenant = find(id);
        tenant.rename(checkedName(name));
        return view(tenant);
    }

    public void delete(TenantId id) {
        Tenant tenant = find(id);
        deleted.fire(new TenantDeleted(id));
        keysChanged.fire(new KeysChanged(hashes(id)));
        entities.remove(tenant);
    }

    /**
     * Gives the tenant a new key.
     *
     * @param grace how long the old keys still work; zero ends them at once
     * @return the new key, in the clear this once
     */
    public String regenerateKey(TenantId id, Duration grace) {
        if (grace.isNegative() || grace.compareTo(MAX_GRACE) > 0) {
            throw SmartChatException.invalid("grace_seconds", "Choose a grace period from 0 seconds to 30 days.");
        }
        Tenant tenant = find(id);
        Instant now = clock.instant();
        keysChanged.fire(new KeysChanged(hashes(id)));
        keys(tenant.id()).forEach(key -> key.expireAt(now.plus(grace)));
        ApiKeyValue fresh = ApiKeyValue.random();
        entities.persist(new ApiKey(id, fresh, now));
        return fresh.value();
    }

    /** Adds the operator's key to the tenant if no tenant has it yet. */
    public void ensureKey(TenantId id, String apiKey) {
        ApiKeyValue value = new ApiKeyValue(apiKey);
        if (byHash(value.hash()).isEmpty()) {
            entities.persist(new ApiKey(id, value, clock.instant()));
        }
    }

    /** Whom an API key names, if it is valid now. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<TenantId> byApiKey(String apiKey) {
        return known.get(new ApiKeyValue(apiKey).hash(), hash -> byHash(hash).map(ApiKey::known))
                .filter(key -> key.isValidAt(clock.instant()))
                .map(KnownKeys.Known::tenant);
    }

    private Optional<ApiKey> byHash(String hash) {
        return entities.createQuery("select k from ApiKey k where k.keyHash = :hash", ApiKey.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    private Tenant find(TenantId id) {
        Tenant tenant = entities.find(Tenant.class, id.value());
        if (tenant == null) {
            throw SmartChatException.notFound("tenant");
        }
        return tenant;
    }

    private List<ApiKey> keys(TenantId id) {
        return entities.createQuery(
                        "select k from ApiKey k where k.tenantId = :tenant order by k.createdAt desc, k.id",
                        ApiKey.class)
                .setParameter("tenant", id.value())
                .getResultList();
    }

    private Set<String> hashes(TenantId id) {
        return keys(id).stream().map(ApiKey::hash).collect(Collectors.toUnmodifiableSet());
    }

    private TenantView view(Tenant tenant) {
        String preview =
                keys(tenant.id()).stream().findFirst().map(ApiKey::preview).orElse("");
        return new TenantView(tenant.id(), tenant.name(), preview, tenant.createdAt());
    }

    private static String checkedName(String name) {
        String trimmed = name == null ? "" : name.strip();
        if (trimmed.isEmpty() || trimmed.length() > MAX_NAME) {
            throw SmartChatException.invalid("name", "Give the tenant a name of 1 to 200 characters.");
        }
        return trimmed;
    }
}
