package io.smartchat.llm;

import io.smartchat.platform.OutboundPolicy;
import io.smartchat.platform.Secrets;
import io.smartchat.tenant.TenantCreated;
import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tenant's model settings. */
@ApplicationScoped
@Transactional
public class LlmConfigService {

    private final LlmConfigStore store;
    private final Secrets secrets;
    private final OutboundPolicy outbound;
    private final KnownConfigs known;
    private final Event<LlmConfigChanged> changed;
    private final Clock clock;

    protected LlmConfigService() {
        this(null, null, null, null, null, null);
    }

    @Inject
    LlmConfigService(
            LlmConfigStore store,
            Secrets secrets,
            OutboundPolicy outbound,
            KnownConfigs known,
            Event<LlmConfigChanged> changed,
            Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.outbound = outbound;
        this.known = known;
        this.changed = changed;
        this.clock = clock;
    }

    /** The tenant's settings; the defaults if it has none. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public LlmConfig get(TenantId tenant) {
        return known.get(tenant, id -> rowOrDefaults(id).view());
    }

    /**
     * Changes what {@code update} names.
     *
     * @throws io.smartchat.platform.SmartChatException VALIDATION with the faulty fields
     */
    public LlmConfig update(TenantId tenant, LlmConfigUpdate update) {
        Optional<StoredLlmConfig> found = store.find(tenant);
        StoredLlmConfig row = found.orElseGet(() -> new StoredLlmConfig(tenant, clock.instant()));
        LlmConfigChange change = validated(tenant, row, update);
        row.change(change, clock.instant());
        if (change.server().keyChanged()) {
            String key = change.server().settings().apiKey();
            row.sealKey(seal(key, keyContext(tenant)), ApiKeyPreview.of(key));
        }
        ServerChange fallback = change.fallback();
        if (fallback != null && fallback.keyChanged()) {
            String key = fallback.settings().apiKey();
            row.sealFallbackKey(seal(key, fallbackKeyContext(tenant)), ApiKeyPreview.of(key));
        }
        if (found.isEmpty()) {
            store.add(row);
        }
        store.flush();
        changed.fire(new LlmConfigChanged(tenant));
        return row.view();
    }

    /** What the tenant's provider is asked with. */
    ModelSettings settings(TenantId tenant) {
        return settings(tenant, rowOrDefaults(tenant));
    }

    /** What it would be asked with after {@code update}, which is checked but not stored. */
    ModelSettings settings(TenantId tenant, LlmConfigUpdate update) {
        return validated(tenant, rowOrDefaults(tenant), update).server().settings();
    }

    /** What is asked when the tenant's provider can't be; empty for nobody. */
    Optional<ModelSettings> fallback(TenantId tenant) {
        return Optional.ofNullable(fallback(tenant, rowOrDefaults(tenant)));
    }

    /** What would be, after {@code update}, which is checked but not stored. */
    Optional<ModelSettings> fallback(TenantId tenant, LlmConfigUpdate update) {
        return Optional.ofNullable(
                        validated(tenant, rowOrDefaults(tenant), update).fallback())
                .map(ServerChange::settings);
    }

    void onTenantCreated(@Observes TenantCreated event) {
        store.add(new StoredLlmConfig(event.tenant(), clock.instant()));
    }

    private LlmConfigChange validated(TenantId tenant, StoredLlmConfig row, LlmConfigUpdate update) {
        LlmConfigRules rules = new LlmConfigRules(outbound).knownNames(update);
        rules.check();
        ModelSettings before = settings(tenant, row);
        ModelSettings fallbackBefore = fallback(tenant, row);
        LlmConfigChange change = LlmConfigChange.of(before, fallbackBefore, row, update);
        rules.sound(change.server())
                .soundTexts(change.systemPrompt(), change.noAnswerText())
                .keyStaysWithItsServer(before, change.server())
                .soundFallback(change.fallback(), update.fallback())
                .fallbackKeyStaysWithItsServer(fallbackBefore, change.fallback())
                .check();
        return change;
    }

    private ModelSettings settings(TenantId tenant, StoredLlmConfig row) {
        return row.settings(open(row.apiKeySealed(), keyContext(tenant)));
    }

    private @Nullable ModelSettings fallback(TenantId tenant, StoredLlmConfig row) {
        return row.fallback(open(row.fallbackKeySealed(), fallbackKeyContext(tenant)));
    }

    private @Nullable String seal(@Nullable String key, String context) {
        return key == null ? null : secrets.seal(key, context);
    }

    private @Nullable String open(@Nullable String sealed, String context) {
        return sealed == null ? null : secrets.open(sealed, context);
    }

    private StoredLlmConfig rowOrDefaults(TenantId tenant) {
        return store.find(tenant).orElseGet(() -> new StoredLlmConfig(tenant, clock.instant()));
    }

    private static String keyContext(TenantId tenant) {
        return tenant + "/llm_config/api_key";
    }

    private static String fallbackKeyContext(TenantId tenant) {
        return tenant + "/llm_config/fallback_api_key";
    }
}
