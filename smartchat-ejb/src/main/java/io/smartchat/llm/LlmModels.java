package io.smartchat.llm;

import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The models a server offers, to choose from. */
@ApplicationScoped
public class LlmModels {

    private final LlmConfigService configs;
    private final ChatProviders providers;

    protected LlmModels() {
        this(null, null);
    }

    @Inject
    public LlmModels(LlmConfigService configs, ChatProviders providers) {
        this.configs = configs;
        this.providers = providers;
    }

    /**
     * Asks the server of {@code provider} at {@code baseUrl}; what is null comes from the tenant's settings. The stored key
     * goes along only to the server it was given for.
     *
     * @throws SmartChatException VALIDATION, OUTBOUND_REFUSED, UPSTREAM_FAILED with the reason
     */
    public List<String> list(@Nullable String provider, @Nullable String baseUrl, TenantId tenant) {
        ModelSettings stored = configs.settings(tenant);
        LlmProvider asked = provider == null || provider.isBlank()
                ? stored.provider()
                : LlmProvider.of(provider)
                        .orElseThrow(() -> SmartChatException.invalid("provider", "Choose builtin, openai or ollama."));
        String address = baseUrl == null || baseUrl.isBlank()
                ? (asked == stored.provider() ? stored.baseUrl() : null)
                : checked(baseUrl.strip());
        ModelSettings unkeyed = new ModelSettings(asked, address, null, null, null, null);
        return providers
                .factory(asked)
                .models(new ModelSettings(asked, address, keyFor(unkeyed, tenant), null, null, null));
    }

    private @Nullable String keyFor(ModelSettings asked, TenantId tenant) {
        return Stream.concat(Stream.of(configs.settings(tenant)), configs.fallback(tenant).stream())
                .filter(known -> known.apiKey() != null)
                .filter(known -> LlmConfigRules.origin(known).equals(LlmConfigRules.origin(asked)))
                .map(ModelSettings::apiKey)
                .findFirst()
                .orElse(null);
    }

    private static String checked(String baseUrl) {
        try {
            return new URI(baseUrl).toString();
        } catch (URISyntaxException e) {
            throw SmartChatException.invalid(
                    "base_url", "Enter the address of the server, such as https://llm.example.com/v1.");
        }
    }
}
