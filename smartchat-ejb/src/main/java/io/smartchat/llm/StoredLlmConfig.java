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

    void change(ModelSettings settings, @Nullable String newSystemPrompt, Grounding newGrounding, Instant now) {
        this.provider = settings.provider().wireName();
        this.baseUrl = settings.baseUrl();
        this.model = settings.model();
        this.temperature = settings.temperature();
        this.maxTokens = settings.maxTokens();
        this.systemPrompt = newSystemPrompt;
        this.grounding = newGrounding.wireName();
        this.updatedAt = now;
    }

    void sealKey(@Nullable String sealed, @Nullable String preview) {
        this.apiKeySealed = sealed;
        this.apiKeyPreview = preview;
    }

    ModelSettings settings(@Nullable String openedKey) {
        return new ModelSettings(provider(), baseUrl, openedKey, model, temperature, maxTokens);
    }

    LlmConfig view() {
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
    String systemPrompt() {
        return systemPrompt;
    }

    int version() {
        return version;
    }
}
