package io.smartchat.llm.langchain;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import java.util.Optional;
import java.util.function.Consumer;

/** How a server marks off the events of its stream; makes a line consumer for one stream. */
enum Framing {
    SSE {
        @Override
        Lines lines(Consumer<ServerSentEvent> onEvent) {
            return new SseLines(onEvent);
        }
    },
    NDJSON {
        @Override
        Lines lines(Consumer<ServerSentEvent> onEvent) {
            ToolCallNumbers numbers = new ToolCallNumbers();
            return line -> {
                if (!line.isBlank()) {
                    onEvent.accept(new ServerSentEvent(null, numbers.in(line)));
                }
            };
        }
    };

    abstract Lines lines(Consumer<ServerSentEvent> onEvent);

    interface Lines {
        void line(String line);

        default void end() {}

        /** The beginning of what was no part of any event. */
        default Optional<String> unread() {
            return Optional.empty();
        }
    }

    private static final class SseLines implements Lines {

        private static final int NOTED = 600;

        private final Consumer<ServerSentEvent> onEvent;
        private final StringBuilder data = new StringBuilder();
        private final StringBuilder unread = new StringBuilder();
        private String event = "";
        private boolean first = true;

        SseLines(Consumer<ServerSentEvent> onEvent) {
            this.onEvent = onEvent;
        }

        @Override
        public void line(String received) {
            String line = first && received.startsWith("\uFEFF") ? received.substring(1) : received;
            first = false;
            if (line.isEmpty()) {
                end();
            } else if (line.startsWith("data:")) {
                if (data.length() > 0) {
                    data.append('\n');
                }
                data.append(value(line, "data:"));
            } else if (line.startsWith("event:")) {
                event = value(line, "event:").strip();
            } else if (!line.startsWith(":")
                    && !line.startsWith("id:")
                    && !line.startsWith("retry:")
                    && unread.length() < NOTED) {
                unread.append(line).append(' ');
            }
        }

        @Override
        public Optional<String> unread() {
            return unread.isEmpty()
                    ? Optional.empty()
                    : Optional.of(unread.toString().strip());
        }

        @Override
        public void end() {
            if (data.length() > 0) {
                onEvent.accept(new ServerSentEvent(event.isEmpty() ? null : event, data.toString()));
            }
            data.setLength(0);
            event = "";
        }

        private static String value(String line, String field) {
            int start = field.length();
            return line.substring(line.startsWith(" ", start) ? start + 1 : start);
        }
    }
}
