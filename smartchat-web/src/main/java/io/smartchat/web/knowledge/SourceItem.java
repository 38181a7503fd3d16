package io.smartchat.web.knowledge;

import io.smartchat.knowledge.SourceView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A source on the wire. */
public record SourceItem(
        UUID id,
        String filename,
        String sourceType,
        long sizeBytes,
        String status,
        int progress,
        @Nullable String error,
        int chunkCount,
        @Nullable Integer pageCount,
        Instant createdAt,
        Instant updatedAt) {

    static SourceItem from(SourceView source) {
        return new SourceItem(
                source.id(),
                source.filename(),
                source.sourceType().code(),
                source.sizeBytes(),
                source.status().code(),
                source.progress(),
                source.error(),
                source.chunkCount(),
                source.pageCount(),
                source.createdAt(),
                source.updatedAt());
    }
}
