package io.smartchat.llm;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question to a provider.
 *
 * @param messages the whole prompt, system message first, the question last; what a language model gets
 * @param question the visitor's question alone; with {@code excerpts}, what the extractive provider gets
 * @param excerpts the passages retrieved, best first
 * @param tools what the model may call
 * @param noAnswer what the extractive provider says where nothing answers; null for its own words
 */
public record AnswerRequest(
        List<ChatMessage> messages,
        String question,
        List<Excerpt> excerpts,
        List<ToolSpecification> tools,
        @Nullable String noAnswer) {

    /** Without tools or words of the tenant's own. */
    public AnswerRequest(List<ChatMessage> messages, String question, List<Excerpt> excerpts) {
        this(messages, question, excerpts, List.of(), null);
    }
}
