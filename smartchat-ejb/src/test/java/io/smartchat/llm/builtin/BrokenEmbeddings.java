package io.smartchat.llm.builtin;

import io.smartchat.llm.EmbeddingProfile;
import io.smartchat.llm.Embeddings;
import java.util.List;

/** An embedding model that could not be loaded. */
final class BrokenEmbeddings implements Embeddings {

    @Override
    public EmbeddingProfile profile() {
        return new EmbeddingProfile(1, 384, 0, 0.4, false);
    }

    @Override
    public float[] embed(String text) {
        throw new IllegalStateException("onnx library not found");
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        return texts.stream().map(this::embed).toList();
    }
}
