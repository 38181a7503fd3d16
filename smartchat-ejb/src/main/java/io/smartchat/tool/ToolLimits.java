package io.smartchat.tool;

import java.time.Duration;

/**
 * What the tools of a turn may take.
 *
 * @param rounds how often the model may ask for tools
 * @param callsPerRound how many at once
 * @param call one call
 * @param total all calls of a turn
 * @param mostCharacters of a result that the model is given
 */
public record ToolLimits(int rounds, int callsPerRound, Duration call, Duration total, int mostCharacters) {

    public static final ToolLimits DEFAULT =
            new ToolLimits(5, 8, Duration.ofSeconds(15), Duration.ofSeconds(45), 20_000);

    public ToolLimits {
        if (call.isNegative() || call.isZero() || total.isNegative() || total.isZero()) {
            throw new IllegalStateException(
                    "smartchat.tool.timeout and smartchat.tool.total-timeout must be longer than nothing, such as PT15S.");
        }
        if (mostCharacters < 1) {
            throw new IllegalStateException("smartchat.tool.max-result-characters must be at least 1.");
        }
    }
}
