package io.smartchat.llm.langchain;

import io.smartchat.llm.LlmProvider;
import io.smartchat.llm.ScriptedProviderContract;
import io.smartchat.llm.WireDialect;

class OllamaOnScriptedServerTest extends ScriptedProviderContract {

    @Override
    protected WireDialect dialect() {
        return WireDialect.OLLAMA;
    }

    @Override
    protected LlmProvider kind() {
        return LlmProvider.OLLAMA;
    }

    @Override
    protected String baseUrl(String serverUrl) {
        return serverUrl;
    }
}
