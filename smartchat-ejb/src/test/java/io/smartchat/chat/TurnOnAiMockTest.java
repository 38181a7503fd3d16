package io.smartchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.llm.AiMock;
import io.smartchat.llm.ChatProvider;
import io.smartchat.llm.LlmProvider;
import io.smartchat.llm.ModelSettings;
import io.smartchat.llm.langchain.LangChainProviders;
import io.smartchat.llm.langchain.LlmTimeouts;
import io.smartchat.platform.OutboundAllowList;
import io.smartchat.platform.OutboundPolicy;
import io.smartchat.tool.ToolResult;
import jakarta.json.JsonValue;
import java.net.InetAddress;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A turn with a tool over the real wire, against a model server nobody here wrote. */
class TurnOnAiMockTest {

    @RegisterExtension
    static final AiMock SERVER = new AiMock();

    private final LangChainProviders providers = new LangChainProviders(
            new OutboundPolicy(OutboundAllowList.parse(""), true, InetAddress::getAllByName), LlmTimeouts.DEFAULT);

    @ParameterizedTest
    @CsvSource({"OPENAI, /v1", "OLLAMA, ''"})
    void looksUpWhatTheModelAsksForAndAnswersWithIt(LlmProvider kind, String path) {
        String question = "Where is my order, asked of " + kind;
        SERVER.onTool(question, "find_orders", "{\"state\":\"open\",\"limit\":1}", "Order 4711 is on its way.");
        ChatProvider provider =
                providers.provider(new ModelSettings(kind, SERVER.url() + path, "sk-test", "gpt-4o", null, null));
        try (Chat chat = new Chat()) {
            chat.kind(kind)
                    .provider(provider)
                    .with(TestTools.orders(
                            call -> ToolResult.done("id,state\n4711,sent", 1, JsonValue.EMPTY_JSON_OBJECT)))
                    .ask(question)
                    .awaitEnd();

            assertThat(chat.told()).isEqualTo("Order 4711 is on its way.");
            assertThat(chat.toolStates()).containsExactly("find_orders running", "find_orders done 1");
            assertThat(SERVER.requests()).last().asString().contains("4711,sent");
            assertThat(chat.evidence().rounds()).isEqualTo(2);
        }
    }
}
