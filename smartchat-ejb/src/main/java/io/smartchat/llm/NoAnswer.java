package io.smartchat.llm;

/** What is said when nothing is known to answer with, unless the tenant has words of its own. */
public interface NoAnswer {

    /** In the language of the question, as far as it can be told. */
    String to(String question);
}
