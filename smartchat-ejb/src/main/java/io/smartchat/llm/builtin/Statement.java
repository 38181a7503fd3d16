package io.smartchat.llm.builtin;

import io.smartchat.llm.Excerpt;
import java.util.HashSet;
import java.util.Set;

/**
 * A piece of a passage that can be quoted alone.
 *
 * @param ordinal place within the passage
 * @param text on one line
 * @param terms its content words
 * @param title the headings and questions right above it
 * @param heading the content words of {@code title}
 * @param context what the sentences before it say
 * @param fileName what the file's name says
 */
record Statement(
        Excerpt excerpt,
        int ordinal,
        Shape shape,
        String text,
        Set<String> terms,
        String title,
        Set<String> heading,
        Set<String> context,
        Set<String> fileName) {

    /** The content words of its headings and its own: a compound may be made of one of each. */
    Set<String> withHeading() {
        Set<String> all = new HashSet<>(heading);
        all.addAll(terms);
        return all;
    }

    enum Shape {
        SENTENCE,
        ITEM,
        ROW,
        /** A title, or a question the document answers next: tells what follows is about, answers nothing itself. */
        HEADING
    }
}
