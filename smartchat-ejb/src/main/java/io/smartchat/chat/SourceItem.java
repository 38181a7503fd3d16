package io.smartchat.chat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passage an answer rests on.
 *
 * @param n the number the answer cites it by
 * @param page 1-based, null where the document has none
 * @param score fused relevance, 0..1
 */
public record SourceItem(
        int n, UUID sourceId, String filename, @Nullable Integer page, String snippet, double score) {

    SourceItem withSnippet(String part) {
        return new SourceItem(n, sourceId, filename, page, part, score);
    }
}
