package io.smartchat.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartchat.llm.builtin.BuiltinProviders;
import io.smartchat.llm.langchain.LangChainProviders;
import io.smartchat.llm.langchain.LlmTimeouts;
import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.OutboundAllowList;
import io.smartchat.platform.OutboundPolicy;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantId;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The admin's test button and list of models. */
class AskedServersTest {

    private static final String KEY = "sk-canary-0f9e8d7c6b5a";

    private final TenantId tenant = TenantId.random();
    private final ScriptedModelServer server = new ScriptedModelServer(WireDialect.OPENAI);
    private final SettledConfigs configs = new SettledConfigs(SettledConfigs.openAi(server.url() + "/v1", KEY));
    private final ChatProviders providers = new ChatProviders(
            configs,
            List.of(
                    new BuiltinProviders(LoadedEmbeddings.get(), Runnable::run),
                    new LangChainProviders(
                            new OutboundPolicy(OutboundAllowList.parse(""), true, InetAddress::getAllByName),
                            LlmTimeouts.DEFAULT)),
            new InMemoryLlmFailures(),
            Clock.systemUTC(),
            Runnable::run);
    private final LlmTest test = new LlmTest(configs, providers);
    private final LlmModels models = new LlmModels(configs, providers);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aTestMakesOneRoundTripAndTellsWhatTheModelSaid() {
        server.on("ready", Reply.text("ready"));
        LlmTestResult result = test.run(tenant, LlmConfigUpdate.NONE);
        assertThat(result.success()).isTrue();
        assertThat(result.message()).contains("the-model", "ready").doesNotContain(KEY);
        assertThat(result.latencyMs()).isNotNegative();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aTestThatFailsTellsTheAdminTheServersWordsWithoutTheKey() {
        server.on("ready", new Reply.Failure(401, "Incorrect API key provided: " + KEY));
        LlmTestResult result = test.run(tenant, LlmConfigUpdate.NONE);
        assertThat(result.success()).isFalse();
        assertThat(result.message())
                .contains("401", "Incorrect API key provided", "Check the API key")
                .doesNotContain(KEY);
    }

    @Test
    void aTestSaysWhetherTheFallbackAnswersToo() {
        server.on("ready", Reply.text("ready"));
        try (ScriptedModelServer spare = new ScriptedModelServer(WireDialect.OPENAI)) {
            spare.on("ready", new Reply.Failure(401, "no such key " + KEY));
            configs.fallBackTo(SettledConfigs.openAi(spare.url() + "/v1", KEY));
            LlmTestResult result = test.run(tenant, LlmConfigUpdate.NONE);
            assertThat(result.success()).isTrue();
            assertThat(result.fallback().success()).isFalse();
            assertThat(result.fallback().message())
                    .contains("401", "Check the API key")
                    .doesNotContain(KEY);
        }
    }

    @Test
    void aMissingModelIsTraced() {
        configs.change(new ModelSettings(LlmProvider.OPENAI, server.url(), KEY, "nope", null, null));
        server.on("ready", new Reply.Failure(404, "model not found"));
        assertThat(test.run(tenant, LlmConfigUpdate.NONE).message()).contains("404", "end in /v1");
    }

    @Test
    void settingsThatAreNotCompleteAreNotAsked() {
        configs.change(SettledConfigs.openAi(null, null));
        LlmTestResult result = test.run(tenant, LlmConfigUpdate.NONE);
        assertThat(result.success()).isFalse();
        assertThat(result.message()).contains("API key");
    }

    @Test
    void theBuiltInProviderIsTestedByARealAnswer() {
        configs.change(new ModelSettings(LlmProvider.BUILTIN, null, null, null, null, null));
        LlmTestResult result = test.run(tenant, LlmConfigUpdate.NONE);
        assertThat(result.success()).isTrue();
        assertThat(models.list(null, null, tenant)).containsExactly("extractive");
    }

    @Test
    void modelsOfAnOpenAiServerAreListedByName() {
        json(
                "GET /v1/models",
                "{\"object\":\"list\",\"data\":[{\"id\":\"zeta\"},{\"id\":\"alpha\",\"owned_by\":\"us\"}]}");
        assertThat(models.list(null, null, tenant)).containsExactly("alpha", "zeta");
        assertThat(server.heads().get(0)).contains("Bearer " + KEY);
    }

    @Test
    void modelsOfAnOllamaServerAreListedByName() {
        json("GET /api/tags", "{\"models\":[{\"name\":\"llama3.2:latest\",\"model\":\"llama3.2:latest\",\"size\":1}]}");
        assertThat(models.list("ollama", server.url(), tenant)).containsExactly("llama3.2:latest");
    }

    @Test
    void theKeyIsNotSentToAServerItWasNotGivenFor() {
        try (ScriptedModelServer other = new ScriptedModelServer(WireDialect.OPENAI)) {
            other.script("GET /v1/models", exchange -> {
                exchange.head(200, "application/json");
                exchange.chunk("{\"data\":[]}");
                exchange.lastChunk();
            });
            assertThat(models.list("openai", other.url() + "/v1", tenant)).isEmpty();
            assertThat(other.heads().get(0)).doesNotContain("Authorization", KEY);
        }
    }

    @Test
    void aServerThatCannotBeAskedIsNamedWithTheReason() {
        json("GET /v1/models", "<html>no</html>");
        assertFails(ErrorCode.UPSTREAM_FAILED, "openai", server.url() + "/v1", "not answer with a list of models");
        json("GET /v2/models", "{}");
        assertFails(ErrorCode.UPSTREAM_FAILED, "openai", server.url() + "/v2", "not answer with a list of models");
        assertFails(ErrorCode.UPSTREAM_FAILED, "openai", server.url() + "/v3", "404");
        assertFails(ErrorCode.OUTBOUND_REFUSED, "openai", "http://10.1.2.3/v1", "SMARTCHAT_OUTBOUND_ALLOW");
        assertFails(ErrorCode.VALIDATION, "openai", "no url at all", "address of the server");
        assertFails(ErrorCode.VALIDATION, "azure", null, "builtin, openai or ollama");
    }

    private void assertFails(ErrorCode code, String provider, @Nullable String baseUrl, String reason) {
        assertThatThrownBy(() -> models.list(provider, baseUrl, tenant))
                .isInstanceOfSatisfying(SmartChatException.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.getMessage()).contains(reason).doesNotContain(KEY);
                });
    }

    private void json(String request, String body) {
        server.script(request, exchange -> {
            exchange.head(200, "application/json");
            exchange.chunk(body);
            exchange.lastChunk();
        });
    }
}
