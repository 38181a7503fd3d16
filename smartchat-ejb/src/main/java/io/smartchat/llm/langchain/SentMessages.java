package io.smartchat.llm.langchain;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import java.util.List;

/** A conversation as servers accept it. */
final class SentMessages {

    private static final String NO_ARGUMENTS = "{}";

    private SentMessages() {}

    /**
     * Arguments a model broke are not sent back: some servers refuse the whole conversation for them, and what was wrong
     * stands in the call's result.
     */
    static List<ChatMessage> of(List<ChatMessage> messages) {
        return messages.stream().map(SentMessages::mended).toList();
    }

    private static ChatMessage mended(ChatMessage message) {
        if (!(message instanceof AiMessage said) || !said.hasToolExecutionRequests()) {
            return message;
        }
        return said.toBuilder()
                .toolExecutionRequests(said.toolExecutionRequests().stream()
                        .map(SentMessages::mended)
                        .toList())
                .build();
    }

    private static ToolExecutionRequest mended(ToolExecutionRequest call) {
        String arguments = call.arguments() == null ? "" : call.arguments();
        return ModelJson.object(arguments).isPresent()
                ? call
                : call.toBuilder().arguments(NO_ARGUMENTS).build();
    }
}
