package io.smartchat.knowledge;

/**
 * A chunk as it was just stored, with its embedding.
 *
 * @param chunkId the chunk's row
 * @param text the chunk's text
 * @param embedding unit-length vector of the tenant's embedding model
 */
public record StoredPassage(long chunkId, String text, float[] embedding) {}
