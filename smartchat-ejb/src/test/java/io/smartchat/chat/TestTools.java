package io.smartchat.chat;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.smartchat.tool.Tool;
import io.smartchat.tool.ToolCall;
import io.smartchat.tool.ToolResult;
import java.util.function.Function;

/** A tool that does what the test says. */
record TestTools(String name, Function<ToolCall, ToolResult> does) implements Tool {

    static Tool orders(Function<ToolCall, ToolResult> does) {
        return new TestTools("find_orders", does);
    }

    @Override
    public ToolSpecification specification() {
        return ToolSpecification.builder()
                .name(name)
                .description("Orders by their state")
                .parameters(JsonObjectSchema.builder()
                        .addStringProperty("state")
                        .addIntegerProperty("limit")
                        .required("state")
                        .build())
                .build();
    }

    @Override
    public String label() {
        return "Looking up orders";
    }

    @Override
    public ToolResult run(ToolCall call) {
        return does.apply(call);
    }
}
