package io.smartchat.llm.langchain;

import dev.langchain4j.data.message.UserMessage;
import io.smartchat.llm.AnswerRequest;
import io.smartchat.llm.LlmProvider;
import io.smartchat.llm.ModelSettings;
import io.smartchat.llm.ScriptedModelServer;
import io.smartchat.llm.WireDialect;
import io.smartchat.platform.OutboundAllowList;
import io.smartchat.platform.OutboundPolicy;
import java.net.InetAddress;
import java.util.List;

/** Asks a scripted server in the way its dialect is asked. */
final class Dialects {

    static final String KEY = "sk-test-canary-7f3a9b2c";

    static final OutboundPolicy LOOPBACK_OPEN =
            new OutboundPolicy(OutboundAllowList.parse(""), true, InetAddress::getAllByName);

    private Dialects() {}

    static ModelSettings settings(ScriptedModelServer server, WireDialect dialect) {
        return settings(server, dialect, "127.0.0.1");
    }

    /** @param name that the server is asked by */
    static ModelSettings settings(ScriptedModelServer server, WireDialect dialect, String name) {
        String url = server.url().replace("127.0.0.1", name);
        return dialect == WireDialect.OPENAI
                ? new ModelSettings(LlmProvider.OPENAI, url + "/v1", KEY, "the-model", 0.0, 500)
                : new ModelSettings(LlmProvider.OLLAMA, url, null, "the-model", 0.0, 500);
    }

    static AnswerRequest question(String question) {
        return new AnswerRequest(List.of(UserMessage.from(question)), question, List.of());
    }
}
