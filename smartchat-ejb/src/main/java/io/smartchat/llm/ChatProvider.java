package io.smartchat.llm;

/** Answers questions: a language model, or the built-in extractive answerer. */
public interface ChatProvider {

    /** Starts an answer and returns at once. */
    AnswerStream answer(AnswerRequest request, AnswerListener listener);
}
