package io.smartchat.llm;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantDeleted;
import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/** The provider that answers for a tenant, kept for as long as the tenant's settings stay the same. */
@ApplicationScoped
public class ChatProviders {

    private final LlmConfigService configs;
    private final List<ChatProviderFactory> factories;
    private final Map<TenantId, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(int version, ChatProvider provider) {}

    protected ChatProviders() {
        this(null, List.of());
    }

    @Inject
    public ChatProviders(LlmConfigService configs, Instance<ChatProviderFactory> factories) {
        this(configs, StreamSupport.stream(factories.spliterator(), false).toList());
    }

    ChatProviders(LlmConfigService configs, List<ChatProviderFactory> factories) {
        this.configs = configs;
        this.factories = factories;
    }

    /** @throws SmartChatException LLM_NOT_CONFIGURED while the settings lack a model or a key */
    public ChatProvider forTenant(TenantId tenant) {
        LlmConfig config = configs.get(tenant);
        if (!config.configured()) {
            throw notConfigured();
        }
        return kept.compute(
                        tenant,
                        (id, before) -> before != null && before.version() == config.version()
                                ? before
                                : new Kept(config.version(), provider(configs.settings(id))))
                .provider();
    }

    /** A provider for settings that need not be stored. */
    ChatProvider provider(ModelSettings settings) {
        if (!settings.complete()) {
            throw notConfigured();
        }
        return factory(settings.provider()).provider(settings);
    }

    ChatProviderFactory factory(LlmProvider provider) {
        return factories.stream()
                .filter(factory -> factory.makes().contains(provider))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing makes the provider " + provider));
    }

    void onTenantDeleted(@Observes TenantDeleted event) {
        kept.remove(event.tenant());
    }

    private static SmartChatException notConfigured() {
        return new SmartChatException(
                ErrorCode.LLM_NOT_CONFIGURED, "This chat is not set up yet. Please tell the owner of this site.");
    }
}
