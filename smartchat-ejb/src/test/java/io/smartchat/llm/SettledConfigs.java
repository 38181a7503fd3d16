package io.smartchat.llm;

import io.smartchat.tenant.TenantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One tenant's settings, set by the test. */
class SettledConfigs extends LlmConfigService {

    private ModelSettings settings;
    private @Nullable ModelSettings fallback;
    private Grounding grounding = Grounding.PREFER;
    private @Nullable String noAnswerText;
    private int version = 1;

    SettledConfigs(ModelSettings settings) {
        this.settings = settings;
    }

    void change(ModelSettings changed) {
        settings = changed;
        version++;
    }

    void fallBackTo(ModelSettings changed) {
        fallback = changed;
        version++;
    }

    void ground(Grounding changed, @Nullable String noAnswer) {
        grounding = changed;
        noAnswerText = noAnswer;
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
                grounding,
                noAnswerText,
                null,
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

    @Override
    Optional<ModelSettings> fallback(TenantId tenant) {
        return Optional.ofNullable(fallback);
    }

    @Override
    Optional<ModelSettings> fallback(TenantId tenant, LlmConfigUpdate update) {
        return Optional.ofNullable(fallback);
    }

    static ModelSettings openAi(@Nullable String baseUrl, @Nullable String apiKey) {
        return new ModelSettings(LlmProvider.OPENAI, baseUrl, apiKey, "the-model", null, null);
    }
}
