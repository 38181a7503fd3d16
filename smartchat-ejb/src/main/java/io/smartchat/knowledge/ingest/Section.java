package io.smartchat.knowledge.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A part of a document that no passage may cross.
 *
 * @param page 1-based, null where the document has no pages
 * @param text cleaned; offsets of passages count its UTF-16 units
 */
record Section(@Nullable Integer page, String text, Layout layout) {

    enum Layout {
        /** Paragraphs and sentences. */
        PROSE,
        /** One record in each line, which stays whole. */
        ROWS
    }
}
