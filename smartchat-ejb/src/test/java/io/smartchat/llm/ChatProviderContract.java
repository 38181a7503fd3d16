package io.smartchat.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import io.smartchat.llm.langchain.LangChainProviders;
import io.smartchat.llm.langchain.LlmTimeouts;
import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.OutboundAllowList;
import io.smartchat.platform.OutboundPolicy;
import io.smartchat.platform.SmartChatException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every provider does with every server. */
public abstract class ChatProviderContract {

    protected static final String KEY = "sk-test-canary-7f3a9b2c";
    private static final String LONG = "The museum opens at ten o'clock, and the café in the garden an hour later. ";
    private static final OutboundPolicy LOOPBACK_OPEN =
            new OutboundPolicy(OutboundAllowList.parse(""), true, InetAddress::getAllByName);

    private static final LangChainProviders PATIENT = new LangChainProviders(LOOPBACK_OPEN, LlmTimeouts.DEFAULT);

    protected abstract ModelServer server();

    protected abstract LlmProvider kind();

    /** The base URL of the provider's API on that server. */
    protected abstract String baseUrl(String serverUrl);

    /** Whether the server counts tokens. */
    protected boolean countsTokens() {
        return true;
    }

    @Test
    void deltasComeInOrderAndMakeUpTheAnswer() {
        server().on("order", Reply.text(LONG.repeat(20)));
        RecordedAnswer answer = ask("order").awaitEnd();
        assertThat(answer.text()).isEqualTo(LONG.repeat(20));
        assertThat(answer.deltas()).hasSizeGreaterThan(20);
        assertThat(answer.errors()).isEmpty();
    }

    @Test
    void anAnswerCompletesOnceWithTheTokensCounted() {
        server().on("count", Reply.text("Three small words"));
        RecordedAnswer answer = ask("count").awaitEnd();
        assertThat(answer.completions()).hasSize(1);
        if (countsTokens()) {
            assertThat(answer.completions().get(0).usage().promptTokens()).isPositive();
            assertThat(answer.completions().get(0).usage().completionTokens()).isPositive();
        }
    }

    @Test
    void deltasComeAsTheModelSendsThem() {
        server().on("slowly", new Reply.Text(LONG, Duration.ofMillis(60)));
        RecordedAnswer answer = ask("slowly").awaitFirstText();
        assertThat(answer.ended()).isFalse();
        assertThat(answer.text().length()).isLessThan(LONG.length() / 2);
        assertThat(answer.awaitEnd().text()).isEqualTo(LONG);
    }

    @Test
    void charactersOfAllScriptsArriveWhole() {
        String text = "Grüße — 你好，世界 🌍👩‍🚀 مرحبا Ελλάδα ท่าน \"quoted\" \\ \n\t ".repeat(8);
        server().on("scripts", Reply.text(text));
        assertThat(ask("scripts").awaitEnd().text()).isEqualTo(text);
    }

    @Test
    void nothingIsHeardAfterACancelInTheMiddle() {
        server().on("stop me", new Reply.Text(LONG.repeat(10), Duration.ofMillis(40)));
        RecordedAnswer answer = new RecordedAnswer();
        AnswerStream stream = provider(settings()).answer(request("stop me"), answer);
        answer.awaitFirstText();
        stream.cancel();
        stream.cancel();
        int heard = answer.deltas().size();
        assertThat(answer.endsWithin(Duration.ofMillis(500))).isFalse();
        assertThat(answer.deltas()).hasSizeLessThanOrEqualTo(heard + 1);
    }

    @Test
    void nothingIsHeardAfterACancelBeforeTheFirstDelta() {
        server().on("too late", new Reply.Silence());
        RecordedAnswer answer = new RecordedAnswer();
        AnswerStream stream = provider(settings()).answer(request("too late"), answer);
        stream.cancel();
        assertThat(answer.endsWithin(Duration.ofMillis(500))).isFalse();
        assertThat(answer.deltas()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 500, 503})
    void aRefusalIsToldToTheVisitorInWordsFitForAVisitor(int status) {
        String words = "Incorrect key " + KEY + " for account 4711";
        server().on("refuse " + status, new Reply.Failure(status, words));
        SmartChatException error = ask("refuse " + status).awaitEnd().error();
        assertThat(error.code()).isEqualTo(ErrorCode.LLM_UNAVAILABLE);
        assertThat(error.getMessage()).contains("try again").doesNotContain("4711", KEY, "" + status);
        assertThat(error.getCause())
                .isInstanceOf(ModelServerException.class)
                .hasMessageContaining("4711")
                .hasMessageContaining("" + status);
        assertThat(stackTrace(error)).doesNotContain(KEY);
    }

    @Test
    void aServerThatTimesOutItselfIsATimeout() {
        server().on("gateway", new Reply.Failure(504, "upstream request timeout"));
        assertThat(ask("gateway").awaitEnd().error().code()).isEqualTo(ErrorCode.LLM_TIMEOUT);
    }

    @Test
    void aServerThatStaysSilentIsGivenUp() {
        server().on("say something", new Reply.Silence());
        LlmTimeouts impatient = new LlmTimeouts(
                Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofSeconds(5), Duration.ofSeconds(10));
        RecordedAnswer answer = new RecordedAnswer();
        provider(settings(), impatient).answer(request("say something"), answer);
        assertThat(answer.awaitEnd().error().code()).isEqualTo(ErrorCode.LLM_TIMEOUT);
    }

    @Test
    void anAnswerThatTakesTooLongAltogetherIsGivenUp() {
        server().on("go on forever", new Reply.Text(LONG.repeat(50), Duration.ofMillis(30)));
        LlmTimeouts impatient = new LlmTimeouts(
                Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(700));
        RecordedAnswer answer = new RecordedAnswer();
        provider(settings(), impatient).answer(request("go on forever"), answer);
        assertThat(answer.awaitEnd().error().code()).isEqualTo(ErrorCode.LLM_TIMEOUT);
        assertThat(answer.deltas()).isNotEmpty();
    }

    @Test
    void aConnectionThatBreaksKeepsWhatCameAndIsAnError() {
        server().on("break off", new Reply.Cut(LONG.repeat(4)));
        RecordedAnswer answer = ask("break off").awaitEnd();
        assertThat(answer.error().code()).isEqualTo(ErrorCode.LLM_UNAVAILABLE);
        assertThat(LONG.repeat(4)).startsWith(answer.text());
    }

    @Test
    void aServerThatIsNotThereIsUnavailable() throws IOException {
        int free;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        RecordedAnswer answer = new RecordedAnswer();
        provider(settings(baseUrl("http://127.0.0.1:" + free))).answer(request("anybody?"), answer);
        SmartChatException error = answer.awaitEnd().error();
        assertThat(error.code()).isEqualTo(ErrorCode.LLM_UNAVAILABLE);
        assertThat(error.getCause()).hasMessageContaining("refused the connection");
    }

    @Test
    void theWholePromptReachesTheModel() {
        server().on("museum", Reply.text("Ten."));
        ask("When does the museum open?").awaitEnd();
        assertThat(server().requests().get(server().requests().size() - 1))
                .contains("Answer from the passages: [1] It opens at ten.")
                .contains("Earlier question", "Earlier answer", "When does the museum open?")
                .contains("\"the-model\"");
    }

    @Test
    void aServerTheOperatorDidNotOpenIsNeverAsked() {
        int before = server().requests().size();
        OutboundPolicy closed = new OutboundPolicy(OutboundAllowList.parse(""), false, InetAddress::getAllByName);
        RecordedAnswer answer = new RecordedAnswer();
        new LangChainProviders(closed, LlmTimeouts.DEFAULT).provider(settings()).answer(request("count"), answer);
        SmartChatException error = answer.awaitEnd().error();
        assertThat(error.code()).isEqualTo(ErrorCode.LLM_UNAVAILABLE);
        assertThat(error.getCause()).hasMessageContaining("SMARTCHAT_OUTBOUND_ALLOW");
        assertThat(server().requests()).hasSize(before);
    }

    @Test
    void manyAnswersRunAtOnceWithoutMixing() {
        List<RecordedAnswer> answers = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> {
                    server().on(
                                    "parallel-" + i + "-",
                                    new Reply.Text(("text " + i + " ").repeat(30), Duration.ofMillis(5)));
                    return ask("parallel-" + i + "-");
                })
                .toList();
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).awaitEnd().text()).isEqualTo(("text " + i + " ").repeat(30));
        }
    }

    protected RecordedAnswer ask(String question) {
        RecordedAnswer answer = new RecordedAnswer();
        provider(settings()).answer(request(question), answer);
        return answer;
    }

    protected static ChatProvider provider(ModelSettings settings) {
        return PATIENT.provider(settings);
    }

    protected static ChatProvider provider(ModelSettings settings, LlmTimeouts timeouts) {
        return new LangChainProviders(LOOPBACK_OPEN, timeouts).provider(settings);
    }

    protected ModelSettings settings() {
        return settings(baseUrl(server().url()));
    }

    protected ModelSettings settings(@Nullable String baseUrl) {
        return new ModelSettings(kind(), baseUrl, KEY, "the-model", 0.0, 500);
    }

    protected static AnswerRequest request(String question) {
        return new AnswerRequest(
                List.of(
                        SystemMessage.from("Answer from the passages: [1] It opens at ten."),
                        UserMessage.from("Earlier question"),
                        AiMessage.from("Earlier answer"),
                        UserMessage.from(question)),
                question,
                List.of());
    }

    private static String stackTrace(Throwable failure) {
        java.io.StringWriter text = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }
}
