package io.smartchat.rag.embedded;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passage as the database holds it for the index.
 *
 * @param vector null if another embedding model made it
 */
record IndexedPassage(long chunkId, UUID sourceId, String text, boolean knownLanguage, float @Nullable [] vector) {}
