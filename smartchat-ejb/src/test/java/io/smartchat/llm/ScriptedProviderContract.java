package io.smartchat.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.llm.langchain.LlmTimeouts;
import io.smartchat.platform.ErrorCode;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every provider does when single bytes go wrong, and what it sends. */
public abstract class ScriptedProviderContract extends ToolCallContract {

    private static final LlmTimeouts IMPATIENT = new LlmTimeouts(
            Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofMillis(400), Duration.ofSeconds(10));

    private final ScriptedModelServer scripted = new ScriptedModelServer(dialect());

    protected abstract WireDialect dialect();

    @Override
    protected ScriptedModelServer server() {
        return scripted;
    }

    @AfterEach
    void stop() {
        scripted.close();
    }

    @Test
    void theFirstDeltaIsHandedOnBeforeTheSecondIsSent() {
        CountDownLatch heard = new CountDownLatch(1);
        scripted.script("one by one", exchange -> {
            exchange.head(200, dialect().contentType());
            exchange.chunk(dialect().delta("first"));
            if (heard.await(10, TimeUnit.SECONDS)) {
                exchange.chunk(dialect().delta(" second"));
                exchange.chunk(dialect().end(1, 2));
            }
            exchange.lastChunk();
        });
        RecordedAnswer answer = ask("one by one").awaitFirstText();
        assertThat(answer.text()).isEqualTo("first");
        heard.countDown();
        assertThat(answer.awaitEnd().text()).isEqualTo("first second");
        assertThat(answer.completions()).extracting(Completion::usage).containsExactly(new Usage(1, 2));
    }

    @Test
    void aStreamCutIntoSingleBytesIsReadTheSame() {
        String text = "Öl 🌍 سلام";
        scripted.script("bytes", exchange -> {
            exchange.head(200, dialect().contentType());
            for (byte b :
                    (dialect().delta(text) + dialect().delta(text) + dialect().end(3, 4)).getBytes("UTF-8")) {
                exchange.chunk(new byte[] {b});
            }
            exchange.lastChunk();
        });
        RecordedAnswer answer = ask("bytes").awaitEnd();
        assertThat(answer.deltas()).containsExactly(text, text);
        assertThat(answer.completions()).extracting(Completion::usage).containsExactly(new Usage(3, 4));
    }

    @Test
    void aStreamInOneBlockIsReadTheSame() {
        scripted.script("block", exchange -> {
            exchange.head(200, dialect().contentType());
            exchange.chunk(dialect().delta("a").repeat(500) + dialect().end(1, 500));
            exchange.lastChunk();
        });
        assertThat(ask("block").awaitEnd().text()).isEqualTo("a".repeat(500));
    }

    @Test
    void carriageReturnsBeforeLineEndsDoNotMatter() {
        scripted.script("windows", exchange -> {
            exchange.head(200, dialect().contentType());
            exchange.chunk((dialect().delta("ok") + dialect().end(1, 1)).replace("\n", "\r\n"));
            exchange.lastChunk();
        });
        assertThat(ask("windows").awaitEnd().text()).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"before the head", "after the head", "after a delta"})
    void aCancelClosesTheModelsConnectionWithinASecond(String when) throws Exception {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        CompletableFuture<Void> hungUp = new CompletableFuture<>();
        scripted.script("cancel", exchange -> {
            if (!when.equals("before the head")) {
                exchange.head(200, dialect().contentType());
            }
            if (when.equals("after a delta")) {
                exchange.chunk(dialect().delta("some text"));
            }
            asked.complete(null);
            awaitHangUp(exchange, hungUp);
        });
        RecordedAnswer answer = new RecordedAnswer();
        AnswerStream stream = provider(settings()).answer(request("cancel"), answer);
        asked.get(10, TimeUnit.SECONDS);
        if (when.equals("after a delta")) {
            answer.awaitFirstText();
        }
        stream.cancel();
        hungUp.get(1, TimeUnit.SECONDS);
        assertThat(answer.ended()).isFalse();
    }

    @Test
    void aModelThatFallsSilentInTheMiddleIsGivenUpAndHungUpOn() throws Exception {
        CompletableFuture<Void> hungUp = new CompletableFuture<>();
        scripted.script("fall silent", exchange -> {
            exchange.head(200, dialect().contentType());
            exchange.chunk(dialect().delta("The museum"));
            awaitHangUp(exchange, hungUp);
        });
        RecordedAnswer answer = new RecordedAnswer();
        provider(settings(), IMPATIENT).answer(request("fall silent"), answer);
        assertThat(answer.awaitEnd().error().code()).isEqualTo(ErrorCode.LLM_TIMEOUT);
        assertThat(answer.text()).isEqualTo("The museum");
        hungUp.get(2, TimeUnit.SECONDS);
    }

    @Test
    void anOrderlyEndWithoutTheModelsEndMarkIsACutAnswer() {
        scripted.script("half", exchange -> {
            exchange.head(200, dialect().contentType());
            exchange.chunk(dialect().delta("Half an ans"));
            exchange.lastChunk();
        });
        RecordedAnswer answer = ask("half").awaitEnd();
        assertThat(answer.error().code()).isEqualTo(ErrorCode.LLM_UNAVAILABLE);
        assertThat(answer.text()).isEqualTo("Half an ans");
    }

    @Test
    void anEmptyStreamIsNoAnswer() {
        scripted.script("empty", exchange -> {
            exchange.head(200, dialect().contentType());
            exchange.lastChunk();
        });
        assertThat(ask("empty").awaitEnd().error().code()).isEqualTo(ErrorCode.LLM_UNAVAILABLE);
    }

    @Test
    void anEventThatIsNoJsonEndsTheAnswer() {
        scripted.script("garbage", exchange -> {
            exchange.head(200, dialect().contentType());
            exchange.chunk(dialect().delta("Good. ") + dialect().malformed());
            exchange.chunk(dialect().end(1, 1));
            exchange.lastChunk();
        });
        assertThat(ask("garbage").awaitEnd().error().code()).isEqualTo(ErrorCode.LLM_UNAVAILABLE);
    }

    @Test
    void anErrorInsideTheStreamEndsTheAnswerWithTheServersWordsForTheLog() {
        scripted.script("inner", exchange -> {
            exchange.head(200, dialect().contentType());
            exchange.chunk(dialect().delta("Good so far") + dialect().error("CUDA out of memory, key " + KEY));
            exchange.lastChunk();
        });
        RecordedAnswer answer = ask("inner").awaitEnd();
        assertThat(answer.error().code()).isEqualTo(ErrorCode.LLM_UNAVAILABLE);
        assertThat(answer.error().getCause())
                .hasMessageContaining("CUDA out of memory")
                .hasMessageNotContaining(KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 502})
    void aWebPageIsNoAnswer(int status) {
        scripted.script("page", exchange -> {
            exchange.head(status, "text/html; charset=utf-8");
            exchange.chunk("<html><body><h1>Bad gateway</h1></body></html>");
            exchange.lastChunk();
        });
        RecordedAnswer answer = ask("page").awaitEnd();
        assertThat(answer.error().code()).isEqualTo(ErrorCode.LLM_UNAVAILABLE);
        assertThat(answer.error().getMessage()).doesNotContain("<");
        assertThat(answer.error().getCause()).hasMessageContaining("Bad gateway");
    }

    @Test
    void aHugeErrorPageIsReadOnlyToItsBeginning() {
        scripted.script("huge", exchange -> {
            exchange.head(500, "text/plain");
            for (int i = 0; i < 10_000; i++) {
                exchange.chunk("x".repeat(1000));
            }
            exchange.lastChunk();
        });
        assertThat(ask("huge").awaitEnd().error().getCause().getMessage()).hasSizeLessThan(1000);
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (ScriptedModelServer elsewhere = new ScriptedModelServer(dialect())) {
            scripted.script("moved", exchange -> {
                exchange.head(307, "text/plain", "Location: " + elsewhere.url() + "/v1/chat/completions");
                exchange.lastChunk();
            });
            assertThat(ask("moved").awaitEnd().error().code()).isEqualTo(ErrorCode.LLM_UNAVAILABLE);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 ", "", "\u0000\u0001\u0002", "SSH-2.0-OpenSSH_9.2\r\n"})
    void whatIsNotHttpIsUnavailable(String greeting) {
        scripted.script("not http", exchange -> exchange.raw(greeting.getBytes("UTF-8")));
        assertThat(ask("not http").awaitEnd().error().code()).isEqualTo(ErrorCode.LLM_UNAVAILABLE);
    }

    @Test
    void theRequestIsPlainHttp11WithTheKeyAndTheSettings() {
        server().on("settings", Reply.text("ok"));
        ask("settings").awaitEnd();
        String head = scripted.heads().get(0);
        assertThat(head).startsWith("POST ").contains("HTTP/1.1\r\n").contains("Authorization: Bearer " + KEY);
        assertThat(head.toLowerCase(java.util.Locale.ROOT)).doesNotContain("upgrade", "http2-settings");
        assertThat(scripted.requests().get(0).replaceAll("\\s", ""))
                .contains("\"temperature\":0.0")
                .contains(":500")
                .contains("\"stream\":true");
    }

    @Test
    void withoutAKeyNoneIsSent() {
        server().on("no key", Reply.text("ok"));
        ModelSettings keyless = new ModelSettings(kind(), baseUrl(server().url()), null, "the-model", null, null);
        RecordedAnswer answer = new RecordedAnswer();
        provider(keyless).answer(request("no key"), answer);
        assertThat(answer.awaitEnd().text()).isEqualTo("ok");
        assertThat(scripted.heads().get(0)).doesNotContain("Authorization");
        assertThat(scripted.requests().get(0)).doesNotContain("temperature");
    }

    private static void awaitHangUp(ScriptedExchange exchange, CompletableFuture<Void> hungUp) {
        try {
            exchange.awaitHangUp();
        } catch (IOException reset) {
            // a reset is a hang-up too
        }
        hungUp.complete(null);
    }
}
