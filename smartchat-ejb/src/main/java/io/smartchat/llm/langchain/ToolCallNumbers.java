package io.smartchat.llm.langchain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Numbers the tool calls of one Ollama stream. Ollama sends each call whole, and not every version says which one it is;
 * LangChain4j runs calls of the same number together.
 */
final class ToolCallNumbers {

    private int next;

    String in(String line) {
        return line.contains("\"tool_calls\"")
                ? ModelJson.object(line).map(this::numbered).orElse(line)
                : line;
    }

    private String numbered(ObjectNode event) {
        for (JsonNode call : event.at("/message/tool_calls")) {
            if (call.get("function") instanceof ObjectNode function) {
                function.put("index", next++);
            }
        }
        return event.toString();
    }
}
