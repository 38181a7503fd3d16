package io.smartchat.chat;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is said of an answer that failed before: its code is stored, its words are not. */
final class Failures {

    private Failures() {}

    static SmartChatException of(@Nullable String storedCode) {
        ErrorCode code = Stream.of(ErrorCode.values())
                .filter(each -> each.code().equals(storedCode))
                .findFirst()
                .orElse(ErrorCode.LLM_UNAVAILABLE);
        return new SmartChatException(code, words(code));
    }

    private static String words(ErrorCode code) {
        return switch (code) {
            case INTERRUPTED -> "This answer was interrupted. You can ask again.";
            case LLM_TIMEOUT -> "The answer took too long. Please try again.";
            case LLM_NOT_CONFIGURED -> "This chat is not set up yet. Please tell the owner of this site.";
            case RATE_LIMITED -> "That was a lot of questions at once. Please wait a moment.";
            case INTERNAL -> "Something went wrong on our side. Please try again.";
            default -> "This question could not be answered. Please try again.";
        };
    }
}
