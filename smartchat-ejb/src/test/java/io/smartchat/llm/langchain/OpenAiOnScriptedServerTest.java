package io.smartchat.llm.langchain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.output.FinishReason;
import io.smartchat.llm.Completion;
import io.smartchat.llm.LlmProvider;
import io.smartchat.llm.RecordedAnswer;
import io.smartchat.llm.ScriptedProviderContract;
import io.smartchat.llm.WireDialect;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiOnScriptedServerTest extends ScriptedProviderContract {

    @Override
    protected WireDialect dialect() {
        return WireDialect.OPENAI;
    }

    @Override
    protected LlmProvider kind() {
        return LlmProvider.OPENAI;
    }

    @Override
    protected String baseUrl(String serverUrl) {
        return serverUrl + "/v1";
    }

    @Test
    void argumentsInPiecesAreJoinedByTheNumberOfTheirCallWhichTellsItsIdOnlyOnce() {
        server().script("in pieces", exchange -> {
            exchange.head(200, dialect().contentType());
            exchange.chunk(WireDialect.toolPiece(piece(0, "\"id\":\"a\",", "\"name\":\"orders_of\",", "")));
            exchange.chunk(WireDialect.toolPiece(piece(0, "", "", "{\\\"customer")));
            exchange.chunk(WireDialect.toolPiece(piece(0, "", "", "\\\":\\\"Ada\\\"}") + ","
                    + piece(1, "\"id\":\"b\",", "\"name\":\"orders_of\",", "")));
            exchange.chunk(WireDialect.toolPiece(piece(1, "", "", "{\\\"customer\\\":\\\"G")));
            exchange.chunk(WireDialect.toolPiece(piece(1, "", "", "race\\\"}")));
            exchange.chunk(dialect().endWithToolCalls());
            exchange.lastChunk();
        });
        Completion completion = completionOf("in pieces");
        assertThat(completion.finishReason()).isEqualTo(FinishReason.TOOL_EXECUTION);
        assertThat(completion.toolCalls()).extracting(ToolExecutionRequest::id).containsExactly("a", "b");
        assertThat(completion.toolCalls())
                .extracting(ToolExecutionRequest::arguments)
                .containsExactly("{\"customer\":\"Ada\"}", "{\"customer\":\"Grace\"}");
    }

    @Test
    void anAnswerThatOnlyCallsIsNotSilence() {
        server().script("slow call", exchange -> {
            exchange.head(200, dialect().contentType());
            exchange.chunk(WireDialect.toolPiece(piece(0, "\"id\":\"a\",", "\"name\":\"orders_of\",", "{")));
            exchange.pause(Duration.ofMillis(600));
            exchange.chunk(WireDialect.toolPiece(piece(0, "", "", "}")));
            exchange.chunk(dialect().endWithToolCalls());
            exchange.lastChunk();
        });
        RecordedAnswer answer = new RecordedAnswer();
        LlmTimeouts brief = new LlmTimeouts(
                Duration.ofSeconds(2), Duration.ofMillis(400), Duration.ofSeconds(5), Duration.ofSeconds(10));
        provider(settings(), brief).answer(request("slow call"), answer);
        assertThat(answer.awaitEnd().completions()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1, true",
        "https://eu.api.openai.com/v1, true",
        "https://x.openai.azure.com/v1, true",
        "http://127.0.0.1:9/v1, false",
        "https://openai.com.example.org/v1, false"
    })
    void theLimitOfTokensGoesUnderTheNameTheServerKnows(String url, boolean openAiItself) {
        assertThat(LangChainProviders.isOpenAiItself(url)).isEqualTo(openAiItself);
    }

    private static String piece(int index, String id, String name, String arguments) {
        return "{\"index\":" + index + "," + id + "\"function\":{" + name + "\"arguments\":\"" + arguments + "\"}}";
    }
}
