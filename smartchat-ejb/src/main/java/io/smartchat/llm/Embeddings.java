package io.smartchat.llm;

import java.util.List;

/** The embedding model in use: texts in, unit-length vectors out, in the same order. */
public interface Embeddings {

    EmbeddingProfile profile();

    float[] embed(String text);

    List<float[]> embedAll(List<String> texts);
}
