package io.smartchat.llm;

import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Gives the first tenant the model server the operator names in the environment: OpenAI's API where a key or an address of
 * it is set, else Ollama; neither leaves the built-in provider.
 */
@ApplicationScoped
public class LlmFirstStart {

    private static final String OPENAI_MODEL = "gpt-4o-mini";
    private static final String OLLAMA_MODEL = "llama3.2";

    private final LlmConfigService configs;
    private final Config config;

    protected LlmFirstStart() {
        this(null, null);
    }

    @Inject
    public LlmFirstStart(LlmConfigService configs, Config config) {
        this.configs = configs;
        this.config = config;
    }

    /** To be called once, right after the first tenant was made. */
    public void configure(TenantId firstTenant) {
        String openAiKey = value("OPENAI_API_KEY");
        String openAiUrl = value("OPENAI_BASE_URL");
        String ollamaUrl = value("OLLAMA_BASE_URL");
        if (openAiKey != null || openAiUrl != null) {
            configs.update(
                    firstTenant,
                    update(LlmProvider.OPENAI, openAiUrl, openAiKey, modelOr("OPENAI_MODEL", OPENAI_MODEL)));
        } else if (ollamaUrl != null) {
            configs.update(
                    firstTenant, update(LlmProvider.OLLAMA, ollamaUrl, null, modelOr("OLLAMA_MODEL", OLLAMA_MODEL)));
        }
    }

    private static LlmConfigUpdate update(
            LlmProvider provider, @Nullable String baseUrl, @Nullable String apiKey, String model) {
        return new LlmConfigUpdate(
                provider.wireName(),
                apiKey,
                baseUrl,
                model,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                FallbackUpdate.NONE,
                Set.of());
    }

    private String modelOr(String variable, String fallback) {
        return Optional.ofNullable(value(variable)).orElse(fallback);
    }

    private @Nullable String value(String variable) {
        return config.getOptionalValue(variable, String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }
}
