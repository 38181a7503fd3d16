package io.smartchat.web.knowledge;

import io.smartchat.knowledge.ChunkView;
import org.jspecify.annotations.Nullable;

/** A chunk on the wire. */
public record ChunkItem(long id, @Nullable Integer page, int start, int end, String text) {

    static ChunkItem from(ChunkView chunk) {
        return new ChunkItem(chunk.id(), chunk.page(), chunk.start(), chunk.end(), chunk.text());
    }
}
