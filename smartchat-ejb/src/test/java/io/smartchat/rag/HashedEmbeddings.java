package io.smartchat.rag;

import io.smartchat.llm.EmbeddingProfile;
import io.smartchat.llm.Embeddings;
import java.util.List;
import java.util.Locale;

/** Embeds the trigrams of a text, so that texts with like words get like vectors, in a few microseconds. */
public final class HashedEmbeddings implements Embeddings {

    public static final EmbeddingProfile PROFILE = new EmbeddingProfile(1, 384, 0, .4, false);

    @Override
    public EmbeddingProfile profile() {
        return PROFILE;
    }

    @Override
    public float[] embed(String text) {
        float[] vector = new float[PROFILE.dimension()];
        String padded = "  " + text.toLowerCase(Locale.ROOT) + "  ";
        for (int i = 0; i + 3 <= padded.length(); i++) {
            vector[Math.floorMod(padded.substring(i, i + 3).hashCode() * 31, vector.length)] += 1;
        }
        double square = 0;
        for (float value : vector) {
            square += value * value;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        return texts.stream().map(this::embed).toList();
    }
}
