package io.smartchat.llm;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import java.time.Duration;
import java.util.List;

/** What a model server is told to do when a question comes. */
public sealed interface Reply {

    /** Streams the text in pieces of a few characters. */
    record Text(String text, Duration between) implements Reply {}

    record Failure(int status, String message) implements Reply {}

    /** Streams the first pieces of the text, then drops the connection. */
    record Cut(String text) implements Reply {}

    /** Accepts the question and says nothing. */
    record Silence() implements Reply {}

    /** Asks for tools, in pieces where the dialect has pieces. */
    record Tools(List<ToolExecutionRequest> calls) implements Reply {}

    static Reply text(String text) {
        return new Text(text, Duration.ZERO);
    }
}
