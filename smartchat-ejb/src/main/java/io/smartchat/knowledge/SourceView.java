package io.smartchat.knowledge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source as the outside sees it.
 *
 * @param progress of the current or last reading, 0..100
 * @param error why it failed, in words for the person who uploaded it
 * @param pageCount null until it was read, and for files without pages
 */
public record SourceView(
        UUID id,
        String filename,
        SourceType sourceType,
        long sizeBytes,
        SourceStatus status,
        int progress,
        @Nullable String error,
        int chunkCount,
        @Nullable Integer pageCount,
        Instant createdAt,
        Instant updatedAt) {}
