package io.smartchat.llm.langchain;

import java.time.Duration;

/**
 * How long a model server may take.
 *
 * @param connect until it accepts the connection
 * @param firstToken until the first token, retries included
 * @param idle silence after it
 * @param total the whole answer
 */
public record LlmTimeouts(Duration connect, Duration firstToken, Duration idle, Duration total) {

    public static final LlmTimeouts DEFAULT = new LlmTimeouts(
            Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofMinutes(5));

    public LlmTimeouts {
        requirePositive("smartchat.llm.timeout.connect", connect);
        requirePositive("smartchat.llm.timeout.first-token", firstToken);
        requirePositive("smartchat.llm.timeout.idle", idle);
        requirePositive("smartchat.llm.timeout.total", total);
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalStateException(name + " must be longer than nothing, such as PT30S.");
        }
    }
}
