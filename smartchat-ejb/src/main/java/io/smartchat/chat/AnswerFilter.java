package io.smartchat.chat;

import org.jspecify.annotations.Nullable;

/** From what a model says to what is told and stored. One answer's text, in its order. */
final class AnswerFilter {

    private final CitationFilter citations;
    private final @Nullable SupportFilter support;

    /** @param support null where statements need none */
    AnswerFilter(CitationFilter citations, @Nullable SupportFilter support) {
        this.citations = citations;
        this.support = support;
    }

    String accept(String delta) {
        String cited = citations.accept(delta);
        return support == null ? cited : support.accept(cited);
    }

    String end() {
        String rest = citations.end();
        return support == null ? rest : support.accept(rest) + support.end();
    }

    /** Whether all it said is that it does not know. */
    boolean knewNothing() {
        return support != null && support.knewNothing();
    }
}
