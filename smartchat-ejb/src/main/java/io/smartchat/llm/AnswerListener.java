package io.smartchat.llm;

import io.smartchat.platform.SmartChatException;

/**
 * Receives one answer: any number of {@code onText}, then exactly one of {@code onComplete} and {@code onError}. Calls come
 * one at a time, from any thread, and must not block.
 */
public interface AnswerListener {

    void onText(String delta);

    void onComplete(Completion completion);

    /** The exception's message is fit for a visitor; its cause holds the provider's own words, for the log. */
    void onError(SmartChatException error);
}
