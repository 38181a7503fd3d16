package io.smartchat.llm;

import io.smartchat.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** One tenant's settings, set by the test. */
class SettledConfigs extends LlmConfigService {

    private ModelSettings settings;
    private int version = 1;

    SettledConfigs(ModelSettings settings) {
        this.settings = settings;
    }

    void change(ModelSettings changed) {
        settings = changed;
        version++;
    }

    @Override
    public LlmConfig get(TenantId tenant) {
        return new LlmConfig(
                settings.complete(),
                settings.provider(),
                settings.apiKey() != null,
                null,
                settings.baseUrl(),
                settings.model(),
                settings.temperature(),
                settings.maxTokens(),
                null,
                "builtin",
                "all-minilm-l6-v2-q",
                Grounding.PREFER,
                version);
    }

    @Override
    ModelSettings settings(TenantId tenant) {
        return settings;
    }

    @Override
    ModelSettings settings(TenantId tenant, LlmConfigUpdate update) {
        return settings;
    }

    static ModelSettings openAi(@Nullable String baseUrl, @Nullable String apiKey) {
        return new ModelSettings(LlmProvider.OPENAI, baseUrl, apiKey, "the-model", null, null);
    }
}
