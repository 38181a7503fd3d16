package io.smartchat.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.FieldError;
import io.smartchat.platform.OutboundAllowList;
import io.smartchat.platform.OutboundPolicy;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantCreated;
import io.smartchat.tenant.TenantId;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlmConfigServiceTest {

    private static final String KEY = "sk-proj-0123456789abcdef-WXYZ";

    private static final String SPARE_KEY = "sk-spare-0123456789abcdef-9999";

    private final TenantId tenant = TenantId.random();
    private final InMemoryLlmConfigs rows = new InMemoryLlmConfigs();
    private final TestSecrets secrets = new TestSecrets();
    private final KnownConfigs known = new KnownConfigs();
    private final LlmConfigService configs =
            new LlmConfigService(rows, secrets, policy(), known, new Committed<>(known::forget), Clock.systemUTC());

    @Test
    void aTenantWithoutARowHasTheBuiltInDefaults() {
        LlmConfig config = configs.get(tenant);
        assertThat(config.provider()).isEqualTo(LlmProvider.BUILTIN);
        assertThat(config.configured()).isTrue();
        assertThat(config.grounding()).isEqualTo(Grounding.PREFER);
        assertThat(config.embeddingModel()).isEqualTo("all-minilm-l6-v2-q");
        assertThat(config.apiKeySet()).isFalse();
    }

    @Test
    void aChangeIsSeenByTheNextReader() {
        assertThat(configs.get(tenant).provider()).isEqualTo(LlmProvider.BUILTIN);
        configs.update(tenant, openAi().build());
        assertThat(configs.get(tenant).provider()).isEqualTo(LlmProvider.OPENAI);
    }

    @Test
    void aNewTenantGetsARow() {
        configs.onTenantCreated(new TenantCreated(tenant));
        assertThat(rows.find(tenant)).isPresent();
    }

    @Test
    void aFieldThatIsMissingIsUnchanged() {
        configs.update(tenant, openAi().temperature(0.0).maxTokens(300).build());
        LlmConfig config =
                configs.update(tenant, LlmConfigUpdates.empty().model("other").build());
        assertThat(config.model()).isEqualTo("other");
        assertThat(config.provider()).isEqualTo(LlmProvider.OPENAI);
        assertThat(config.temperature()).isZero();
        assertThat(config.maxTokens()).isEqualTo(300);
        assertThat(configs.settings(tenant).apiKey()).isEqualTo(KEY);
    }

    @Test
    void aFieldThatIsNullOrEmptyIsCleared() {
        configs.update(
                tenant, openAi().temperature(1.0).systemPrompt("Be kind.").build());
        LlmConfig config = configs.update(
                tenant,
                LlmConfigUpdates.empty()
                        .systemPrompt("")
                        .cleared("temperature", "api_key")
                        .build());
        assertThat(config.temperature()).isNull();
        assertThat(config.systemPrompt()).isNull();
        assertThat(config.apiKeySet()).isFalse();
        assertThat(config.apiKeyPreview()).isNull();
        assertThat(config.configured()).isFalse();
    }

    @Test
    void theKeyIsSealedAndOnlyAPreviewOfItIsShown() {
        LlmConfig config = configs.update(tenant, openAi().build());
        assertThat(config.apiKeySet()).isTrue();
        assertThat(config.apiKeyPreview()).isEqualTo("sk-...WXYZ");
        assertThat(config.toString()).doesNotContain(KEY);
        assertThat(configs.settings(tenant).toString()).doesNotContain(KEY);
        assertThat(rows.find(tenant).orElseThrow().apiKeySealed()).doesNotContain(KEY);
        assertThat(secrets.contexts()).containsOnly(tenant + "/llm_config/api_key");
    }

    @Test
    void aShortKeyIsNotGivenAwayByItsPreview() {
        assertThat(configs.update(tenant, openAi().apiKey("abc12345").build()).apiKeyPreview())
                .isEqualTo("...");
    }

    @Test
    void anEmptyKeyLeavesTheStoredOne() {
        configs.update(tenant, openAi().build());
        configs.update(tenant, LlmConfigUpdates.empty().apiKey("  ").build());
        assertThat(configs.settings(tenant).apiKey()).isEqualTo(KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "openai, https://evil.example.com/v1",
        "openai, https://llm.example.com:8443/v1",
        "openai, http://llm.example.com/v1",
        "openai, ''",
        "ollama, ''"
    })
    void aStoredKeyDoesNotFollowToAnotherServer(String provider, String baseUrl) {
        configs.update(tenant, openAi().baseUrl("https://llm.example.com/v1").build());
        LlmConfigUpdate move =
                LlmConfigUpdates.empty().provider(provider).baseUrl(baseUrl).build();
        assertThatThrownBy(() -> configs.update(tenant, move))
                .isInstanceOfSatisfying(SmartChatException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.VALIDATION);
                    assertThat(refused.fieldErrors())
                            .extracting(FieldError::field)
                            .containsExactly("api_key");
                    assertThat(refused.getMessage())
                            .contains("https://llm.example.com")
                            .doesNotContain(KEY);
                });
        assertThatThrownBy(() -> configs.settings(tenant, move)).isInstanceOf(SmartChatException.class);
        assertThat(configs.get(tenant).baseUrl()).isEqualTo("https://llm.example.com/v1");
    }

    @Test
    void theServerMayChangeWithANewKeyWithoutAnyKeyOrToAnotherPath() {
        configs.update(tenant, openAi().baseUrl("https://llm.example.com/v1").build());
        configs.update(
                tenant,
                LlmConfigUpdates.empty().baseUrl("https://llm.example.com/v2").build());
        configs.update(
                tenant,
                LlmConfigUpdates.empty()
                        .baseUrl("https://other.example.com/v1")
                        .apiKey("another-key-for-it")
                        .build());
        LlmConfig config = configs.update(
                tenant,
                LlmConfigUpdates.empty()
                        .baseUrl("https://third.example.com/v1")
                        .cleared("api_key")
                        .build());
        assertThat(config.baseUrl()).isEqualTo("https://third.example.com/v1");
        assertThat(config.configured()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            provider            | azure
            grounding           | loose
            temperature         | 2.1
            temperature         | -0.1
            temperature         | NaN
            max_tokens          | 0
            max_tokens          | -5
            model               | ''
            base_url            | not a url
            base_url            | ftp://llm.example.com/
            base_url            | https://user:pw@llm.example.com/
            base_url            | https://llm.example.com/v1?key=1
            base_url            | http://10.1.2.3/v1
            base_url            | http://internal.example.com/v1
            base_url            | http://0x7f.1/v1
            api_key             | two words
            fallback_provider   | azure
                        embedding_provider  | openai
            embedding_model     | bge-large
            """)
    void aFaultIsNamedWithItsField(String field, String value) {
        LlmConfigUpdate faulty = openAi().field(field, value).build();
        assertThatThrownBy(() -> configs.update(tenant, faulty))
                .isInstanceOfSatisfying(SmartChatException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.VALIDATION);
                    assertThat(refused.fieldErrors())
                            .extracting(FieldError::field)
                            .containsExactly(field);
                });
        assertThat(rows.find(tenant)).isEmpty();
    }

    @Test
    void allFaultsAreToldAtOnce() {
        LlmConfigUpdate faulty = LlmConfigUpdates.empty()
                .provider("ollama")
                .temperature(9.0)
                .maxTokens(0)
                .build();
        assertThatThrownBy(() -> configs.update(tenant, faulty))
                .isInstanceOfSatisfying(
                        SmartChatException.class,
                        refused -> assertThat(refused.fieldErrors())
                                .extracting(FieldError::field)
                                .containsExactlyInAnyOrder("temperature", "max_tokens", "model"));
    }

    @Test
    void aServerThatCannotBeLookedUpTodayMayBeSaved() {
        assertThat(configs.update(
                                tenant,
                                openAi().baseUrl("https://later.example.org/v1").build())
                        .baseUrl())
                .isEqualTo("https://later.example.org/v1");
    }

    @Test
    void openAiItselfIsConfiguredOnlyWithAKeyAServerOfOnesOwnWithoutToo() {
        LlmConfig noKey = configs.update(
                tenant, LlmConfigUpdates.empty().provider("openai").model("gpt").build());
        assertThat(noKey.configured()).isFalse();
        LlmConfig own = configs.update(
                tenant,
                LlmConfigUpdates.empty().baseUrl("https://llm.example.com/v1").build());
        assertThat(own.configured()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "sk-first-start-key, , , openai, gpt-4o-mini, ",
        "sk-first-start-key, https://llm.example.com/v1, , openai, gpt-4o-mini, https://llm.example.com/v1",
        ", https://llm.example.com/v1, http://ollama.example.com, openai, gpt-4o-mini, https://llm.example.com/v1",
        ", , http://ollama.example.com:11434, ollama, llama3.2, http://ollama.example.com:11434",
        ", , , builtin, , "
    })
    void theFirstTenantTakesTheServerOfTheEnvironment(
            String key, String openAiUrl, String ollamaUrl, String provider, String model, String baseUrl) {
        TestConfig environment = new TestConfig()
                .with("OPENAI_API_KEY", key)
                .with("OPENAI_BASE_URL", openAiUrl)
                .with("OLLAMA_BASE_URL", ollamaUrl);
        new LlmFirstStart(configs, environment).configure(tenant);
        LlmConfig config = configs.get(tenant);
        assertThat(config.provider().wireName()).isEqualTo(provider);
        assertThat(config.model()).isEqualTo(model);
        assertThat(config.baseUrl()).isEqualTo(baseUrl);
        assertThat(config.apiKeySet()).isEqualTo(key != null);
        assertThat(config.configured()).isTrue();
    }

    private static LlmConfigUpdates openAi() {
        return LlmConfigUpdates.empty().provider("openai").model("gpt-4o-mini").apiKey(KEY);
    }

    private static OutboundPolicy policy() {
        return new OutboundPolicy(OutboundAllowList.parse(""), false, host -> switch (host) {
            case "internal.example.com" -> addresses("192.168.7.7");
            case "later.example.org" -> throw new UnknownHostException(host);
            default -> addresses("93.184.216.34");
        });
    }

    private static InetAddress[] addresses(String literal) throws UnknownHostException {
        return new InetAddress[] {InetAddress.getByName(literal)};
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fallback_model      | ''
            fallback_base_url   | http://10.1.2.3/v1
            fallback_base_url   | not a url
            fallback_api_key    | two words
            """)
    void aFaultOfTheFallbackIsNamedWithItsField(String field, String value) {
        LlmConfigUpdate faulty = withFallback().field(field, value).build();
        assertThatThrownBy(() -> configs.update(tenant, faulty))
                .isInstanceOfSatisfying(
                        SmartChatException.class,
                        refused -> assertThat(refused.fieldErrors())
                                .extracting(FieldError::field)
                                .containsExactly(field));
    }

    @Test
    void theFallbackHasAKeyOfItsOwnSealedInItsOwnPlace() {
        LlmConfig config = configs.update(tenant, withFallback().build());
        assertThat(config.fallback())
                .isEqualTo(new FallbackConfig(
                        LlmProvider.OPENAI, true, "sk-...9999", "https://spare.example.com/v1", "spare-model"));
        assertThat(secrets.contexts())
                .containsOnly(tenant + "/llm_config/api_key", tenant + "/llm_config/fallback_api_key");
        ModelSettings spare = configs.fallback(tenant).orElseThrow();
        assertThat(spare.apiKey()).isEqualTo(SPARE_KEY);
        assertThat(spare.temperature()).isEqualTo(0.5);
        assertThat(config.toString()).doesNotContain(SPARE_KEY);
    }

    @Test
    void theFallbacksKeyDoesNotFollowToAnotherServer() {
        configs.update(tenant, withFallback().build());
        LlmConfigUpdate move = LlmConfigUpdates.empty()
                .field("fallback_base_url", "https://evil.example.com/v1")
                .build();
        assertThatThrownBy(() -> configs.update(tenant, move))
                .isInstanceOfSatisfying(
                        SmartChatException.class,
                        refused -> assertThat(refused.fieldErrors())
                                .extracting(FieldError::field)
                                .containsExactly("fallback_api_key"));
    }

    @Test
    void aFallbackWithoutAProviderIsAskedForOne() {
        LlmConfigUpdate lacking =
                LlmConfigUpdates.empty().field("fallback_model", "spare-model").build();
        assertThatThrownBy(() -> configs.update(tenant, lacking))
                .isInstanceOfSatisfying(
                        SmartChatException.class,
                        refused -> assertThat(refused.fieldErrors())
                                .extracting(FieldError::field)
                                .containsExactly("fallback_provider"));
    }

    @Test
    void aFallbackThatIsTakenAwayTakesItsKeyAlong() {
        configs.update(tenant, withFallback().build());
        LlmConfig config = configs.update(
                tenant, LlmConfigUpdates.empty().cleared("fallback_provider").build());
        assertThat(config.fallback()).isNull();
        assertThat(configs.fallback(tenant)).isEmpty();
        assertThat(rows.find(tenant).orElseThrow().fallbackKeySealed()).isNull();
        configs.update(
                tenant,
                LlmConfigUpdates.empty().field("fallback_provider", "builtin").build());
        assertThat(configs.fallback(tenant).orElseThrow().apiKey()).isNull();
    }

    @Test
    void theTextForNoAnswerIsKeptAndClearedByAnEmptyOne() {
        LlmConfigUpdate said = LlmConfigUpdates.empty()
                .field("no_answer_text", " Please call us. ")
                .build();
        assertThat(configs.update(tenant, said).noAnswerText()).isEqualTo("Please call us.");
        LlmConfigUpdate empty =
                LlmConfigUpdates.empty().field("no_answer_text", "  ").build();
        assertThat(configs.update(tenant, empty).noAnswerText()).isNull();
        LlmConfigUpdate tooLong = LlmConfigUpdates.empty()
                .field("no_answer_text", "x".repeat(1001))
                .build();
        assertThatThrownBy(() -> configs.update(tenant, tooLong)).isInstanceOf(SmartChatException.class);
    }

    private static LlmConfigUpdates withFallback() {
        return openAi().temperature(0.5)
                .field("fallback_provider", "openai")
                .field("fallback_base_url", "https://spare.example.com/v1")
                .field("fallback_model", "spare-model")
                .field("fallback_api_key", SPARE_KEY);
    }

    @Test
    void anUpdateTellsNothingSecretAboutItself() {
        assertThat(withFallback().build().toString()).doesNotContain(KEY, SPARE_KEY);
    }
}
