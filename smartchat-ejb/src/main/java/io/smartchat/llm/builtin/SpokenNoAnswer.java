package io.smartchat.llm.builtin;

import io.smartchat.llm.NoAnswer;
import jakarta.enterprise.context.ApplicationScoped;

/** The words of the built-in answerer, which speaks several languages. */
@ApplicationScoped
public class SpokenNoAnswer implements NoAnswer {

    @Override
    public String to(String question) {
        return DontKnow.in(Language.of(question));
    }
}
