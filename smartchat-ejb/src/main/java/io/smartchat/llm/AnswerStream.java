package io.smartchat.llm;

/** A running answer. */
public interface AnswerStream {

    /** Closes the provider's request; the listener hears nothing more. Safe to call more than once. */
    void cancel();
}
