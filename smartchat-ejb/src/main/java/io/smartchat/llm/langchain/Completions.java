package io.smartchat.llm.langchain;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.smartchat.llm.Completion;
import io.smartchat.llm.LlmProvider;
import io.smartchat.llm.Usage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** LangChain4j's account of a complete answer in our terms. */
final class Completions {

    private Completions() {}

    static Completion of(LlmProvider provider, ChatResponse response) {
        FinishReason reason = response.metadata().finishReason();
        String served = response.metadata().modelName();
        return new Completion(
                usage(response.metadata().tokenUsage()),
                reason == null ? FinishReason.OTHER : reason,
                told(response.aiMessage().toolExecutionRequests()),
                provider,
                served == null ? "" : served);
    }

    /** Results are matched to calls by id, and not every server gives each call one of its own. */
    private static List<ToolExecutionRequest> told(List<ToolExecutionRequest> calls) {
        Set<String> ids = new HashSet<>();
        return calls.stream()
                .map(call -> call.id() != null && !call.id().isBlank() && ids.add(call.id())
                        ? call
                        : call.toBuilder().id("call_" + UUID.randomUUID()).build())
                .toList();
    }

    private static Usage usage(@Nullable TokenUsage counted) {
        return counted == null
                ? Usage.NONE
                : new Usage(orZero(counted.inputTokenCount()), orZero(counted.outputTokenCount()));
    }

    private static int orZero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
