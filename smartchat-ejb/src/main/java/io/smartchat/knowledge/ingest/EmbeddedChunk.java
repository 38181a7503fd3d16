package io.smartchat.knowledge.ingest;

/** A passage with its vector, ready to be stored. */
record EmbeddedChunk(Chunk chunk, float[] embedding) {}
