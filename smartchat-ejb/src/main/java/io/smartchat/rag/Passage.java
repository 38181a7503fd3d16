package io.smartchat.rag;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passage found for a question.
 *
 * @param page 1-based, or null where the document has none
 * @param startOffset first character of the passage in the document's text
 * @param endOffset the character after its last
 * @param score fused relevance, 0..1
 * @param vectorScore likeness of meaning, 0..1
 * @param lexicalScore likeness of words, 0..1
 */
public record Passage(
        long chunkId,
        UUID sourceId,
        String filename,
        @Nullable Integer page,
        int startOffset,
        int endOffset,
        String text,
        double score,
        double vectorScore,
        double lexicalScore) {}
