package io.smartchat.llm;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantDeleted;
import io.smartchat.tenant.TenantId;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The provider that answers for a tenant, with its breaker and its fallback, kept for as long as the tenant's settings stay the same.
 */
@ApplicationScoped
public class ChatProviders {

    private final LlmConfigService configs;
    private final List<ChatProviderFactory> factories;
    private final LlmFailures failures;
    private final Clock clock;
    private final Breakers breakers;
    private final Executor executor;

    @Resource
    private ManagedExecutorService managed;

    private final Map<TenantId, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(int version, ChatProvider provider) {}

    protected ChatProviders() {
        this(null, List.of(), null, Clock.systemUTC(), null);
    }

    @Inject
    public ChatProviders(
            LlmConfigService configs, Instance<ChatProviderFactory> factories, LlmFailures failures, Clock clock) {
        this(configs, StreamSupport.stream(factories.spliterator(), false).toList(), failures, clock, null);
    }

    ChatProviders(
            LlmConfigService configs,
            List<ChatProviderFactory> factories,
            LlmFailures failures,
            Clock clock,
            @Nullable Executor executor) {
        this.configs = configs;
        this.factories = factories;
        this.failures = failures;
        this.clock = clock;
        this.breakers = new Breakers(clock);
        this.executor = executor == null ? task -> managed.execute(task) : executor;
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
                                : new Kept(config.version(), withFallback(id)))
                .provider();
    }

    /** Breakers live as long as the settings: who corrects them is not kept waiting. */
    private ChatProvider withFallback(TenantId tenant) {
        FailureNotes notes = new FailureNotes(tenant, failures, executor, clock);
        ChatProvider primary = guarded(tenant, configs.settings(tenant), notes);
        return configs.fallback(tenant)
                .<ChatProvider>map(
                        settings -> new FallbackProvider(primary, guarded(tenant, settings, notes), executor))
                .orElse(primary);
    }

    private ChatProvider guarded(TenantId tenant, ModelSettings settings, FailureNotes notes) {
        ChatProvider provider = provider(settings);
        return settings.provider() == LlmProvider.BUILTIN
                ? provider
                : new GuardedProvider(provider, breakers.breaker(tenant + " " + settings.endpoint()), notes);
    }

    /** A provider for settings that need not be stored, as it is. */
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
