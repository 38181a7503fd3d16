package io.smartchat.llm;

import org.jspecify.annotations.Nullable;

/**
 * A passage as it is shown to a provider.
 *
 * @param number what the answer cites it as, {@code [number]}, from 1
 * @param filename of the document
 * @param page 1-based, or null where the document has none
 * @param text of the passage
 * @param score fused relevance, 0..1
 */
public record Excerpt(int number, String filename, @Nullable Integer page, String text, double score) {}
