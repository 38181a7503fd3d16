package io.smartchat.llm;

/** How a model server writes its stream. */
public enum WireDialect {
    OPENAI("text/event-stream") {
        @Override
        public String delta(String text) {
            return "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"model\":\"the-model\",\"choices\":[{\"index\":0,"
                    + "\"delta\":{\"content\":" + json(text) + "},\"finish_reason\":null}]}\n\n";
        }

        @Override
        public String end(int promptTokens, int completionTokens) {
            return "data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                    + "data: {\"id\":\"c1\",\"choices\":[],\"usage\":{\"prompt_tokens\":" + promptTokens
                    + ",\"completion_tokens\":" + completionTokens + ",\"total_tokens\":"
                    + (promptTokens + completionTokens) + "}}\n\ndata: [DONE]\n\n";
        }

        @Override
        public String error(String message) {
            return "data: {\"error\":{\"message\":" + json(message) + ",\"type\":\"server_error\"}}\n\n";
        }

        @Override
        public String keepAlive() {
            return ": still working\n\n";
        }

        @Override
        public String toolCall(int index, String id, String name, String arguments) {
            return toolPiece("{\"index\":" + index + ",\"id\":" + json(id)
                    + ",\"type\":\"function\",\"function\":{\"name\":" + json(name) + ",\"arguments\":"
                    + json(arguments) + "}}");
        }

        @Override
        public String endWithToolCalls() {
            return end(1, 1).replace("\"stop\"", "\"tool_calls\"");
        }

        @Override
        public String malformed() {
            return "data: {\"choices\":[{\"delta\":{\"content\":\"x\n\n";
        }
    },
    OLLAMA("application/x-ndjson") {
        @Override
        public String delta(String text) {
            return "{\"model\":\"the-model\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\","
                    + "\"content\":" + json(text) + "},\"done\":false}\n";
        }

        @Override
        public String end(int promptTokens, int completionTokens) {
            return "{\"model\":\"the-model\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\","
                    + "\"content\":\"\"},\"done_reason\":\"stop\",\"done\":true,\"prompt_eval_count\":" + promptTokens
                    + ",\"eval_count\":" + completionTokens + "}\n";
        }

        @Override
        public String error(String message) {
            return "{\"error\":" + json(message) + "}\n";
        }

        @Override
        public String keepAlive() {
            return "\n";
        }

        @Override
        public String toolCall(int index, String id, String name, String arguments) {
            return "{\"model\":\"the-model\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\","
                    + "\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":" + json(name) + ",\"arguments\":"
                    + arguments
                    + "}}]},\"done\":false}\n";
        }

        @Override
        public String endWithToolCalls() {
            return end(1, 1);
        }

        @Override
        public String malformed() {
            return "{\"message\":{\"content\":\"x\n";
        }
    };

    private final String contentType;

    WireDialect(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    public abstract String delta(String text);

    public abstract String end(int promptTokens, int completionTokens);

    public abstract String error(String message);

    /** Bytes that mean nothing but that the server is there. */
    public abstract String keepAlive();

    /** A call of a tool, whole; {@code arguments} is a JSON object. Ollama's have neither number nor id. */
    public abstract String toolCall(int index, String id, String name, String arguments);

    /** The end of an answer that waits for its calls. */
    public abstract String endWithToolCalls();

    /** A piece of OpenAI's {@code tool_calls}. */
    public static String toolPiece(String call) {
        return "data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[" + call
                + "]},\"finish_reason\":null}]}\n\n";
    }

    /** An event that is no JSON. */
    public abstract String malformed();

    private static String json(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }
}
