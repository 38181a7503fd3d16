package io.smartchat.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * A passage of a source.
 *
 * @param page 1-based, null where the source has no pages
 * @param start of the passage in the text of its page (or of the whole file), in UTF-16 units
 * @param end exclusive
 */
public record ChunkView(long id, @Nullable Integer page, int start, int end, String text) {}
