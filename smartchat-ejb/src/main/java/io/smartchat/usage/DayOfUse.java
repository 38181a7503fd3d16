package io.smartchat.usage;

import java.time.LocalDate;

/**
 * What a tenant used on a UTC day.
 *
 * @param messages questions that were let in, asked anew ones included
 * @param refused questions a limit turned away
 */
public record DayOfUse(LocalDate day, long messages, long promptTokens, long completionTokens, long refused) {

    static DayOfUse none(LocalDate day) {
        return new DayOfUse(day, 0, 0, 0, 0);
    }

    public long tokens() {
        return promptTokens + completionTokens;
    }

    DayOfUse plus(DayOfUse other) {
        return new DayOfUse(
                day,
                messages + other.messages,
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens,
                refused + other.refused);
    }
}
