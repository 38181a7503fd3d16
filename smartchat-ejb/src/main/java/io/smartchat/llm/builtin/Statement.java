package io.smartchat.llm.builtin;

import io.smartchat.llm.Excerpt;
import java.util.Set;

/**
 * A piece of a passage that can be quoted alone.
 *
 * @param ordinal place within the passage
 * @param text on one line
 * @param terms its content words
 * @param heading what the headings and questions right above it say
 * @param context what the sentences before it say
 * @param fileName what the file's name says
 */
record Statement(
        Excerpt excerpt,
        int ordinal,
        Shape shape,
        String text,
        Set<String> terms,
        Set<String> heading,
        Set<String> context,
        Set<String> fileName) {

    enum Shape {
        SENTENCE,
        ITEM,
        ROW,
        /** A title, or a question the document answers next: tells what follows is about, answers nothing itself. */
        HEADING
    }
}
