package io.smartchat.usage;

import org.jspecify.annotations.Nullable;

/**
 * A partial change of {@link Limits}: null leaves a limit as it is.
 *
 * @param noDailyTokens takes the daily budget away
 */
public record LimitsChange(
        @Nullable Integer messagesPerMinute,
        @Nullable Integer visitorMessagesPerMinute,
        @Nullable Integer addressMessagesPerMinute,
        @Nullable Long dailyTokens,
        boolean noDailyTokens) {}
