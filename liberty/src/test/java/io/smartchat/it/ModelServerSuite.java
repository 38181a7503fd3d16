package io.smartchat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers written by a model server: what it is shown, how its words come through, and what its faults look like. */
abstract class ModelServerSuite extends ServerSuite {

    private static final String KEY = "sk-canary-7f3a51c09be2";
    private static final String MODEL = "gpt-4o";
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final String LONG_ANSWER =
            "The pads want changing as soon as the lining is thinner than nine tenths of a millimetre, "
                    + "which takes most riders about three thousand kilometres of ordinary riding [1].";

    private final AiMock model = AiMock.shared();
    private TestTenant tenant;

    ModelServerSuite(Store store) {
        super(store);
    }

    enum Provider {
        OPENAI("openai", "/v1"),
        OLLAMA("ollama", "");

        private final String wireName;
        private final String path;

        Provider(String wireName, String path) {
            this.wireName = wireName;
            this.path = path;
        }
    }

    @BeforeAll
    void uploadTheHandbook() {
        tenant = admin.createTenant("Model servers");
        tenant.uploadReady(Documents.handbook());
    }

    @ParameterizedTest
    @EnumSource
    void theModelIsShownTheRetrievedPassages(Provider provider) {
        use(provider);
        String question = unique("When must the brake pads be replaced?");
        model.answer(question, "Below 0.9 mm of lining [1].", Duration.ZERO);
        try (ChatClient chat = chat(tenant)) {
            Answer answer = chat.ask(question);

            assertThat(answer.text()).isEqualTo("Below 0.9 mm of lining [1].");
            assertThat(answer.sources()).containsExactly("torvald-handbook.pdf:5");
            assertThat(model.promptsWith(question))
                    .singleElement()
                    .asString()
                    .contains("They must be replaced when less than 0.9 millimetres of lining is left")
                    .contains("torvald-handbook.pdf, page 5");
        }
    }

    @ParameterizedTest
    @EnumSource
    void chunksArriveAsTheModelSendsThem(Provider provider) {
        use(provider);
        String question = unique("When must the brake pads be replaced?");
        model.answer(question, LONG_ANSWER, BETWEEN);
        try (ChatClient chat = chat(tenant)) {
            Answer answer = chat.ask(question);

            Duration sending = BETWEEN.multipliedBy(LONG_ANSWER.length() / 5);
            assertThat(answer.text()).isEqualTo(LONG_ANSWER);
            assertThat(answer.streamed()).isGreaterThan(sending.multipliedBy(7).dividedBy(10));
            assertThat(answer.chunks()).hasSizeGreaterThan(10);
            assertThat(answer.sequence())
                    .isEqualTo(IntStream.rangeClosed(1, answer.chunks().size())
                            .boxed()
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429, 500, 503})
    void aModelsErrorBecomesATypedFrameWithoutItsWords(int status) {
        use(Provider.OPENAI);
        String question = unique("When must the brake pads be replaced?");
        model.fail(question, status, "canary words of the provider about " + KEY);
        String session = ChatClient.newSession();
        try (ChatClient chat = chat(tenant, session)) {
            Answer answer = chat.ask(question);

            assertThat(answer.end().path("type").asText()).isEqualTo("error");
            assertThat(answer.end().path("code").asText()).startsWith("llm_");
            assertThat(answer.frames().toString()).doesNotContain("canary");
            assertThat(visitorOf(tenant).historyReply(session).text()).doesNotContain("canary");
        }
    }

    @Test
    void aSocketThatDroppedGetsTheRestOfItsAnswer() {
        use(Provider.OPENAI);
        String question = unique("When must the brake pads be replaced?");
        model.answer(question, LONG_ANSWER, BETWEEN);
        String session = ChatClient.newSession();
        String messageId;
        try (ChatClient chat = chat(tenant, session)) {
            chat.sendQuestion(question);
            messageId = chat.next("start").path("message_id").asText();
            chat.next("chunk");
        }
        try (ChatClient chat = chat(tenant, session)) {
            chat.send("type", "resume", "api_key", tenant.apiKey(), "message_id", messageId, "after", 1);
            Answer rest = chat.nextAnswer();

            assertThat(rest.sequence())
                    .isEqualTo(IntStream.rangeClosed(2, rest.end().path("seq").asInt())
                            .boxed()
                            .toList());
            assertThat(LONG_ANSWER).endsWith(rest.text());
            assertThat(rest.status()).isEqualTo("complete");
        }
        assertThat(visitorOf(tenant).history(session))
                .extracting(message -> message.path("content").asText())
                .containsExactly(question, LONG_ANSWER);
    }

    @Test
    void stopEndsTheAnswerAndKeepsWhatWasSaid() {
        use(Provider.OPENAI);
        String question = unique("When must the brake pads be replaced?");
        model.answer(question, LONG_ANSWER, BETWEEN);
        String session = ChatClient.newSession();
        try (ChatClient chat = chat(tenant, session)) {
            chat.sendQuestion(question);
            chat.next("chunk");
            chat.send("type", "stop");
            JsonNode done = chat.next("done");

            assertThat(done.path("status").asText()).isEqualTo("stopped");
            JsonNode kept = visitorOf(tenant).history(session).get(1);
            assertThat(kept.path("status").asText()).isEqualTo("stopped");
            assertThat(LONG_ANSWER).startsWith(kept.path("content").asText());
            assertThat(kept.path("content").asText()).isNotEmpty().isNotEqualTo(LONG_ANSWER);
        }
    }

    @Test
    void aSecondQuestionWhileOneIsAnsweredIsToldToWait() {
        use(Provider.OPENAI);
        String question = unique("When must the brake pads be replaced?");
        model.answer(question, LONG_ANSWER, BETWEEN);
        try (ChatClient chat = chat(tenant)) {
            chat.sendQuestion(question);
            chat.next("chunk");
            chat.sendQuestion("And the tyres?");

            assertThat(chat.nextError()).isEqualTo("busy");
            assertThat(chat.next("done").path("status").asText()).isEqualTo("complete");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTestButtonMakesARealRoundTrip(Provider provider) {
        use(provider);
        model.answer("Reply with the single word: ready", "ready", Duration.ZERO);

        JsonNode result = admin.post(tenant.at("llm/test")).expect(200).json();

        assertThat(result.path("success").asBoolean()).isTrue();
        assertThat(result.path("message").asText()).contains(MODEL);
        assertThat(result.path("latency_ms").asLong()).isPositive();
    }

    @Test
    void theTestButtonSaysThatNobodyAnswers() {
        use(Provider.OPENAI);
        String nobody = "http://127.0.0.1:" + Build.freePort() + "/v1";

        JsonNode result = admin.post(tenant.at("llm/test"), "base_url", nobody, "api_key", KEY)
                .expect(200)
                .json();

        assertThat(result.path("success").asBoolean()).isFalse();
        assertThat(result.path("message").asText()).isNotBlank().doesNotContain(KEY);
    }

    @ParameterizedTest
    @EnumSource
    void theServersModelsAreListed(Provider provider) {
        use(provider);

        JsonNode models = admin.get(tenant.at("llm/models")).expect(200).json().path("models");

        assertThat(models).extracting(JsonNode::asText).contains(MODEL);
    }

    @Test
    void aServerThatCannotBeAskedForItsModelsIsABadGateway() {
        Reply reply = admin.get(tenant.at("llm/models?provider=ollama&base_url=http://127.0.0.1:" + Build.freePort()));

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.json().path("detail").asText()).isNotBlank();
    }

    private void use(Provider provider) {
        tenant.configureModel(
                "provider", provider.wireName, "base_url", model.url() + provider.path, "model", MODEL, "api_key", KEY);
    }

    /** The mock knows a question by its words. */
    private static String unique(String question) {
        return question + " (" + UUID.randomUUID() + ")";
    }
}
