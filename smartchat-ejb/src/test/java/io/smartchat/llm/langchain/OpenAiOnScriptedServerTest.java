package io.smartchat.llm.langchain;

import io.smartchat.llm.LlmProvider;
import io.smartchat.llm.ScriptedProviderContract;
import io.smartchat.llm.WireDialect;

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
}
