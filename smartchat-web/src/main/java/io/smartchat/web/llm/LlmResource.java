package io.smartchat.web.llm;

import io.smartchat.llm.FallbackConfig;
import io.smartchat.llm.FallbackUpdate;
import io.smartchat.llm.LlmConfig;
import io.smartchat.llm.LlmConfigService;
import io.smartchat.llm.LlmConfigUpdate;
import io.smartchat.llm.LlmFailure;
import io.smartchat.llm.LlmFailures;
import io.smartchat.llm.LlmModels;
import io.smartchat.llm.LlmTest;
import io.smartchat.web.Bodies;
import io.smartchat.web.JsonFields;
import io.smartchat.web.security.AdminContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** A tenant's model: settings, a test call, the server's list of models. */
@Path("admin/llm")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class LlmResource {

    public record Config(
            boolean configured,
            String provider,
            boolean apiKeySet,
            @Nullable String apiKeyPreview,
            @Nullable String baseUrl,
            @Nullable String model,
            @Nullable Double temperature,
            @Nullable Integer maxTokens,
            @Nullable String systemPrompt,
            String embeddingProvider,
            String embeddingModel,
            String grounding,

            @Schema(
                    maxLength = 1000,
                    description = "Said when strict grounding finds nothing; null for the standard text")
            @Nullable
            String noAnswerText,

            @Schema(description = "Who is asked when the provider can't be; null for nobody") @Nullable
            String fallbackProvider,

            boolean fallbackApiKeySet,
            @Nullable String fallbackApiKeyPreview,
            @Nullable String fallbackBaseUrl,
            @Nullable String fallbackModel,

            @Schema(description = "The provider's last failure since the settings changed, in its own words") @Nullable
            LastError lastError) {

        static Config from(LlmConfig c, Optional<LlmFailure> lastFailure) {
            FallbackConfig fallback = c.fallback();
            return new Config(
                    c.configured(),
                    c.provider().wireName(),
                    c.apiKeySet(),
                    c.apiKeyPreview(),
                    c.baseUrl(),
                    c.model(),
                    c.temperature(),
                    c.maxTokens(),
                    c.systemPrompt(),
                    c.embeddingProvider(),
                    c.embeddingModel(),
                    c.grounding().wireName(),
                    c.noAnswerText(),
                    fallback == null ? null : fallback.provider().wireName(),
                    fallback != null && fallback.apiKeySet(),
                    fallback == null ? null : fallback.apiKeyPreview(),
                    fallback == null ? null : fallback.baseUrl(),
                    fallback == null ? null : fallback.model(),
                    lastFailure.map(LastError::from).orElse(null));
        }
    }

    public record LastError(Instant at, String code, String message) {

        static LastError from(LlmFailure failure) {
            return new LastError(failure.at(), failure.code(), failure.message());
        }
    }

    public record Models(List<String> models) {}

    @Inject
    private LlmConfigService configs;

    @Inject
    private LlmFailures failures;

    @Inject
    private LlmTest test;

    @Inject
    private LlmModels models;

    @Inject
    private AdminContext admin;

    @GET
    @Path("config")
    public Config config() {
        return Config.from(configs.get(admin.tenant()), failures.last(admin.tenant()));
    }

    @PUT
    @Path("config")
    @Consumes(MediaType.APPLICATION_JSON)
    public Config change(@Nullable JsonObject body) {
        return Config.from(
                configs.update(admin.tenant(), update(new JsonFields(Bodies.required(body)))), Optional.empty());
    }

    /** One real round trip, with the stored settings or, with a body, as they would be after that change. */
    @POST
    @Path("test")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(required = false, content = @Content(schema = @Schema(implementation = Config.class)))
    public TestResult test(@Nullable String body) {
        return TestResult.from(test.run(admin.tenant(), update(Bodies.optional(body))));
    }

    @GET
    @Path("models")
    public Models models(
            @QueryParam("provider") @Nullable String provider, @QueryParam("base_url") @Nullable String baseUrl) {
        return new Models(models.list(provider, baseUrl, admin.tenant()));
    }

    @GET
    @Path("ollama-models")
    public Models ollamaModels(@QueryParam("base_url") @Nullable String baseUrl) {
        return new Models(models.list("ollama", baseUrl, admin.tenant()));
    }

    private static LlmConfigUpdate update(JsonFields fields) {
        return new LlmConfigUpdate(
                fields.text("provider"),
                fields.text("api_key"),
                fields.text("base_url"),
                fields.text("model"),
                fields.number("temperature"),
                fields.integer("max_tokens"),
                fields.text("system_prompt"),
                fields.text("embedding_provider"),
                fields.text("embedding_model"),
                fields.text("grounding"),
                fields.text("no_answer_text"),
                new FallbackUpdate(
                        fields.text("fallback_provider"),
                        fields.text("fallback_api_key"),
                        fields.text("fallback_base_url"),
                        fields.text("fallback_model")),
                fields.nulls());
    }
}
