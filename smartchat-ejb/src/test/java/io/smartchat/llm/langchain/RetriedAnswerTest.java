package io.smartchat.llm.langchain;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.llm.AnswerStream;
import io.smartchat.llm.RecordedAnswer;
import io.smartchat.llm.ScriptedModelServer;
import io.smartchat.llm.ScriptedModelServer.Script;
import io.smartchat.llm.WireDialect;
import io.smartchat.platform.ErrorCode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried again before the first token, how often and when. */
class RetriedAnswerTest {

    private static final Retries QUICK = new Retries(2, Duration.ofMillis(20));
    private static final LlmTimeouts LIMITS = new LlmTimeouts(
            Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));

    private final ScriptedModelServer server = new ScriptedModelServer(WireDialect.OPENAI);
    private final RecordedAnswer answer = new RecordedAnswer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 529})
    void aFailureThatPassesIsTriedAgain(int status) {
        server.inTurn("hello", refusing(status), refusing(status), answering());
        ask(WireDialect.OPENAI);
        assertThat(answer.awaitEnd().text()).isEqualTo("Hello.");
        assertThat(server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(WireDialect.class)
    void aConnectionThatBreaksBeforeTheFirstByteIsTriedAgain(WireDialect dialect) {
        server.inTurn("hello", exchange -> exchange.reset(), exchange -> {}, exchange -> {
            exchange.head(200, dialect.contentType());
            exchange.chunk(dialect.delta("Hello.") + dialect.end(1, 1));
            exchange.lastChunk();
        });
        ask(dialect);
        assertThat(answer.awaitEnd().text()).isEqualTo("Hello.");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void twoMoreTriesAreMadeAndNoThird() {
        server.inTurn("hello", refusing(503));
        ask(WireDialect.OPENAI);
        assertThat(answer.awaitEnd().error().code()).isEqualTo(ErrorCode.LLM_UNAVAILABLE);
        assertThat(server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 400, 401, 403, 404, 408, 413, 422, 501, 504})
    void whatAnotherTryWouldNotChangeIsNotTried(int status) {
        server.inTurn("hello", refusing(status), answering());
        ask(WireDialect.OPENAI);
        answer.awaitEnd().error();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anAnswerThatBeganIsNotTriedAgain() {
        server.inTurn(
                "hello",
                exchange -> {
                    exchange.head(200, WireDialect.OPENAI.contentType());
                    exchange.chunk(WireDialect.OPENAI.delta("Hel"));
                    exchange.reset();
                },
                answering());
        ask(WireDialect.OPENAI);
        assertThat(answer.awaitEnd().error().code()).isEqualTo(ErrorCode.LLM_UNAVAILABLE);
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry-after: 1", "Retry-After: 0.9", "retry-after-ms: 900", "date"})
    void theServersWishForAPauseIsHonoured(String wish) {
        // a date has whole seconds: two ahead are at least one
        String header = wish.equals("date") ? "Retry-After: " + httpDate(Duration.ofSeconds(2)) : wish;
        server.inTurn("hello", refusing(429, header), answering());
        long startedAt = System.nanoTime();
        ask(WireDialect.OPENAI);
        assertThat(answer.awaitEnd().text()).isEqualTo("Hello.");
        assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).isGreaterThan(Duration.ofMillis(850));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Retry-After: 60", "retry-after-ms: 60000", "date"})
    void aPauseBeyondTheLimitEndsTheTurnAtOnceAndIsTold(String wish) {
        String header = wish.equals("date") ? "Retry-After: " + httpDate(Duration.ofSeconds(60)) : wish;
        server.inTurn("hello", refusing(503, header), answering());
        ask(WireDialect.OPENAI);
        assertThat(answer.endsWithin(Duration.ofSeconds(4))).isTrue();
        assertThat(answer.error().code()).isEqualTo(ErrorCode.LLM_UNAVAILABLE);
        assertThat(answer.error().retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(60));
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Retry-After: soon", "Retry-After: -5", "Retry-After: 1e999", "retry-after-ms: NaN"})
    void aWishThatMakesNoSenseIsNone(String header) {
        server.inTurn("hello", refusing(429, header), answering());
        ask(WireDialect.OPENAI);
        answer.awaitEnd();
        assertThat(answer.endsWithin(Duration.ofSeconds(4))).isTrue();
    }

    @Test
    void aStopDuringThePauseEndsItForGood() throws Exception {
        CompletableFuture<Void> refused = new CompletableFuture<>();
        server.inTurn(
                "hello",
                exchange -> {
                    refusing(503, "retry-after-ms: 300").play(exchange);
                    refused.complete(null);
                },
                answering());
        AnswerStream stream = ask(WireDialect.OPENAI);
        refused.get(5, TimeUnit.SECONDS);
        stream.cancel();
        assertThat(answer.endsWithin(Duration.ofMillis(700))).isFalse();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void theLimitForTheFirstTokenCoversAllTries() {
        server.inTurn("hello", refusing(503, "retry-after-ms: 400"), exchange -> exchange.awaitHangUp());
        LlmTimeouts brief = new LlmTimeouts(
                Duration.ofSeconds(2), Duration.ofMillis(900), Duration.ofSeconds(5), Duration.ofSeconds(10));
        long startedAt = System.nanoTime();
        new LangChainProviders(Dialects.LOOPBACK_OPEN, brief, QUICK)
                .provider(Dialects.settings(server, WireDialect.OPENAI))
                .answer(Dialects.question("hello"), answer);
        assertThat(answer.awaitEnd().error().code()).isEqualTo(ErrorCode.LLM_TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).isLessThan(Duration.ofMillis(1900));
    }

    private AnswerStream ask(WireDialect dialect) {
        return new LangChainProviders(Dialects.LOOPBACK_OPEN, LIMITS, QUICK)
                .provider(Dialects.settings(server, dialect))
                .answer(Dialects.question("hello"), answer);
    }

    private static Script refusing(int status, String... headers) {
        return exchange -> {
            exchange.head(status, "application/json", headers);
            exchange.chunk("{\"error\":{\"message\":\"no\"}}");
            exchange.lastChunk();
        };
    }

    private static Script answering() {
        return exchange -> {
            exchange.head(200, WireDialect.OPENAI.contentType());
            exchange.chunk(WireDialect.OPENAI.delta("Hello.") + WireDialect.OPENAI.end(1, 1));
            exchange.lastChunk();
        };
    }

    private static String httpDate(Duration ahead) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plus(ahead));
    }
}
