package io.smartchat.llm.langchain;

import io.smartchat.llm.AiMock;
import io.smartchat.llm.LlmProvider;
import io.smartchat.llm.ModelServer;
import io.smartchat.llm.ToolCallContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class OllamaOnAiMockTest extends ToolCallContract {

    @RegisterExtension
    static final AiMock SERVER = new AiMock();

    @Override
    protected ModelServer server() {
        return SERVER;
    }

    @Override
    protected LlmProvider kind() {
        return LlmProvider.OLLAMA;
    }

    @Override
    protected String baseUrl(String serverUrl) {
        return serverUrl;
    }

    /** Aimock answers 0 where Ollama counts. */
    @Override
    protected boolean countsTokens() {
        return false;
    }
}
