package io.smartchat.llm;

import java.util.List;

/** A model server that does as a test says. */
public interface ModelServer {

    /** Scheme, host and port. */
    String url();

    /** From now on replies so to the question. */
    void on(String question, Reply reply);

    /** Bodies of the chat requests it got, oldest first. */
    List<String> requests();
}
