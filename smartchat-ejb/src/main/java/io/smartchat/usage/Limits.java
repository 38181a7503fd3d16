package io.smartchat.usage;

import org.jspecify.annotations.Nullable;

/**
 * What a tenant allows. A minute's messages are given out evenly; as many as ten seconds bring, and at least ten, may come
 * at once.
 *
 * @param messagesPerMinute of all visitors together
 * @param visitorMessagesPerMinute of one visitor
 * @param addressMessagesPerMinute from one IPv4 address or IPv6 /64 network
 * @param dailyTokens prompt and completion tokens of a UTC day together, null for as many as it takes
 */
public record Limits(
        int messagesPerMinute,
        int visitorMessagesPerMinute,
        int addressMessagesPerMinute,
        @Nullable Long dailyTokens) {

    Limits with(LimitsChange change) {
        return new Limits(
                or(change.messagesPerMinute(), messagesPerMinute),
                or(change.visitorMessagesPerMinute(), visitorMessagesPerMinute),
                or(change.addressMessagesPerMinute(), addressMessagesPerMinute),
                change.noDailyTokens() ? null : change.dailyTokens() == null ? dailyTokens : change.dailyTokens());
    }

    private static int or(@Nullable Integer changed, int current) {
        return changed == null ? current : changed;
    }
}
