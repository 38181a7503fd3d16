package io.smartchat.llm;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.output.FinishReason;
import java.util.List;

/**
 * How an answer that came to its end ended.
 *
 * @param usage tokens of this request alone
 * @param finishReason {@code OTHER} where the provider names none
 * @param toolCalls what the model wants looked up before it goes on; empty where it has said all
 * @param provider whoever answered, which may be the fallback
 * @param model as the server names it; empty where there is none
 */
public record Completion(
        Usage usage,
        FinishReason finishReason,
        List<ToolExecutionRequest> toolCalls,
        LlmProvider provider,
        String model) {

    /** An answer in words, with nothing left to look up. */
    public static Completion of(LlmProvider provider, Usage usage) {
        return new Completion(usage, FinishReason.STOP, List.of(), provider, "");
    }
}
