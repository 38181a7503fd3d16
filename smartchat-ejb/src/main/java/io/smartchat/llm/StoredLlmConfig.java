package io.smartchat.llm;

import io.smartchat.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant's row in {@code llm_config}. */
@Entity
@Table(name = "llm_config")
class StoredLlmConfig {

    static final String EMBEDDING_PROVIDER = "builtin";
    static final String EMBEDDING_MODEL = "all-minilm-l6-v2-q";

    @Id
    @Column(name = "tenant_id")
    private UUID tenantId;

    private String provider;

    @Column(name = "base_url")
    private @Nullable String baseUrl;

    @Column(name = "api_key_sealed")
    private @Nullable String apiKeySealed;

    @Column(name = "api_key_preview")
    private @Nullable String apiKeyPreview;

    private @Nullable String model;

    private @Nullable Double temperature;

    @Column(name = "max_tokens")
    private @Nullable Integer maxTokens;

    @Column(name = "system_prompt")
    private @Nullable String systemPrompt;

    @Column(name = "embedding_provider")
    private String embeddingProvider;

    @Column(name = "embedding_model")
    private String embeddingModel;

    private String grounding;

    @Column(name = "no_answer_text")
    private @Nullable String noAnswerText;

    @Column(name = "fallback_provider")
    private @Nullable String fallbackProvider;

    @Column(name = "fallback_base_url")
    private @Nullable String fallbackBaseUrl;

    @Column(name = "fallback_api_key_sealed")
    private @Nullable String fallbackKeySealed;

    @Column(name = "fallback_api_key_preview")
    private @Nullable String fallbackKeyPreview;

    @Column(name = "fallback_model")
    private @Nullable String fallbackModel;

    @Version
    private int version;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected StoredLlmConfig() {}

    StoredLlmConfig(TenantId tenant, Instant now) {
        this.tenantId = tenant.value();
        this.provider = LlmProvider.BUILTIN.name().toLowerCase(Locale.ROOT);
        this.embeddingProvider = EMBEDDING_PROVIDER;
        this.embeddingModel = EMBEDDING_MODEL;
        this.grounding = Grounding.PREFER.wireName();
        this.version = 1;
        this.updatedAt = now;
    }

    void change(LlmConfigChange change, Instant now) {
        ModelSettings settings = change.server().settings();
        this.provider = settings.provider().wireName();
        this.baseUrl = settings.baseUrl();
        this.model = settings.model();
        this.temperature = settings.temperature();
        this.maxTokens = settings.maxTokens();
        this.systemPrompt = change.systemPrompt();
        this.noAnswerText = change.noAnswerText();
        this.grounding = change.grounding().wireName();
        fallBackTo(change.fallback() == null ? null : change.fallback().settings());
        this.updatedAt = now;
    }

    private void fallBackTo(@Nullable ModelSettings fallback) {
        this.fallbackProvider = fallback == null ? null : fallback.provider().wireName();
        this.fallbackBaseUrl = fallback == null ? null : fallback.baseUrl();
        this.fallbackModel = fallback == null ? null : fallback.model();
        if (fallback == null) {
            sealFallbackKey(null, null);
        }
    }

    void sealKey(@Nullable String sealed, @Nullable String preview) {
        this.apiKeySealed = sealed;
        this.apiKeyPreview = preview;
    }

    void sealFallbackKey(@Nullable String sealed, @Nullable String preview) {
        this.fallbackKeySealed = sealed;
        this.fallbackKeyPreview = preview;
    }

    ModelSettings settings(@Nullable String openedKey) {
        return new ModelSettings(provider(), baseUrl, openedKey, model, temperature, maxTokens);
    }

    @Nullable
    ModelSettings fallback(@Nullable String openedKey) {
        LlmProvider named =
                LlmProvider.of(fallbackProvider == null ? "" : fallbackProvider).orElse(null);
        return named == null
                ? null
                : new ModelSettings(named, fallbackBaseUrl, openedKey, fallbackModel, temperature, maxTokens);
    }

    LlmConfig view() {
        ModelSettings fallback = fallback(null);
        return new LlmConfig(
                settings(apiKeySealed).complete(),
                provider(),
                apiKeySealed != null,
                apiKeyPreview,
                baseUrl,
                model,
                temperature,
                maxTokens,
                systemPrompt,
                embeddingProvider,
                embeddingModel,
                grounding(),
                noAnswerText,
                fallback == null
                        ? null
                        : new FallbackConfig(
                                fallback.provider(),
                                fallbackKeySealed != null,
                                fallbackKeyPreview,
                                fallbackBaseUrl,
                                fallbackModel),
                version);
    }

    TenantId tenant() {
        return new TenantId(tenantId);
    }

    LlmProvider provider() {
        return LlmProvider.of(provider).orElse(LlmProvider.BUILTIN);
    }

    Grounding grounding() {
        return Grounding.of(grounding).orElse(Grounding.PREFER);
    }

    @Nullable
    String apiKeySealed() {
        return apiKeySealed;
    }

    @Nullable
    String fallbackKeySealed() {
        return fallbackKeySealed;
    }

    @Nullable
    String noAnswerText() {
        return noAnswerText;
    }

    @Nullable
    String systemPrompt() {
        return systemPrompt;
    }

    int version() {
        return version;
    }
}
