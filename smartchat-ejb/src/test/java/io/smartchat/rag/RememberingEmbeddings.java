package io.smartchat.rag;

import io.smartchat.llm.EmbeddingProfile;
import io.smartchat.llm.Embeddings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Embeds each text once, however many stores it goes to. */
final class RememberingEmbeddings implements Embeddings {

    private final Embeddings embeddings;
    private final Map<String, float[]> vectors = new HashMap<>();

    RememberingEmbeddings(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    @Override
    public EmbeddingProfile profile() {
        return embeddings.profile();
    }

    @Override
    public float[] embed(String text) {
        return vectors.computeIfAbsent(text, embeddings::embed);
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        return texts.stream().map(this::embed).toList();
    }
}
