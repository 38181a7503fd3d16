package io.smartchat.rag;

/**
 * A passage that a store proposes for a question.
 *
 * @param bm25 lexical score; 0 if only its vector proposed the passage
 * @param cosine similarity of the vectors, also for passages only their words proposed
 * @param knownLanguage whether the embedding model knows the passage's language
 */
public record Candidate(long chunkId, double bm25, double cosine, boolean knownLanguage) {}
