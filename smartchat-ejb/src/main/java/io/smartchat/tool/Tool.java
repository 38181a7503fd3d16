package io.smartchat.tool;

import dev.langchain4j.agent.tool.ToolSpecification;

/** Something a model may have looked up, made for one tenant and visitor. */
public interface Tool {

    /** Name, description and JSON schema of the arguments, as the model is told. */
    ToolSpecification specification();

    /** What a visitor reads while it runs, such as "Looking up orders". */
    String label();

    /**
     * Looks it up, on a thread of its own without a transaction. What it throws is told to nobody but the log.
     *
     * @param call its arguments fit the schema
     */
    ToolResult run(ToolCall call);
}
