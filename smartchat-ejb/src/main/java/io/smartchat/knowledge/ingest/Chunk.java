package io.smartchat.knowledge.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A passage cut from a section.
 *
 * @param start in the section's text
 * @param end exclusive
 */
record Chunk(@Nullable Integer page, int start, int end, String text) {}
