package io.smartchat.usage;

import io.smartchat.platform.FieldError;
import io.smartchat.platform.SmartChatException;
import java.util.ArrayList;
import java.util.List;

/** What limits must satisfy, each failure in words for the owner. */
final class LimitsValidation {

    static final int MOST_MESSAGES = 1_000_000;
    static final long MOST_TOKENS = 1_000_000_000_000L;

    private LimitsValidation() {}

    static void check(Limits limits) {
        List<FieldError> errors = errors(limits);
        if (!errors.isEmpty()) {
            throw SmartChatException.invalid(errors);
        }
    }

    static List<FieldError> errors(Limits limits) {
        List<FieldError> errors = new ArrayList<>();
        messages(errors, "messages_per_minute", limits.messagesPerMinute());
        messages(errors, "visitor_messages_per_minute", limits.visitorMessagesPerMinute());
        messages(errors, "address_messages_per_minute", limits.addressMessagesPerMinute());
        Long tokens = limits.dailyTokens();
        if (tokens != null && (tokens < 1 || tokens > MOST_TOKENS)) {
            errors.add(new FieldError(
                    "daily_tokens", "Allow 1 to 1,000,000,000,000 tokens a day, or leave it empty for no limit."));
        }
        return errors;
    }

    private static void messages(List<FieldError> errors, String field, int messages) {
        if (messages < 1 || messages > MOST_MESSAGES) {
            errors.add(new FieldError(field, "Allow 1 to 1,000,000 messages a minute."));
        }
    }
}
