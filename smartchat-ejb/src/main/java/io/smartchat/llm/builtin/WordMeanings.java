package io.smartchat.llm.builtin;

import io.smartchat.llm.Embeddings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How near single words are in meaning. What was embedded is remembered, up to a bound, by all questions. */
final class WordMeanings {

    private static final int REMEMBERED = 20_000;

    private static final Map<String, float[]> VECTORS = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final Embeddings embeddings;

    WordMeanings(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    /** The cosine of {@code word} and the nearest of {@code others}; 0 where there are none. */
    double nearest(String word, Collection<String> others) {
        if (others.isEmpty()) {
            return 0;
        }
        float[] vector = vectors(List.of(word)).get(0);
        double best = 0;
        for (float[] other : vectors(others)) {
            best = Math.max(best, StatementScorer.dot(vector, other));
        }
        return best;
    }

    private List<float[]> vectors(Collection<String> words) {
        List<String> unknown = new ArrayList<>();
        synchronized (VECTORS) {
            words.stream()
                    .distinct()
                    .filter(word -> !word.isBlank() && !VECTORS.containsKey(word))
                    .forEach(unknown::add);
        }
        List<float[]> embedded = unknown.isEmpty() ? List.of() : embeddings.embedAll(unknown);
        List<float[]> vectors = new ArrayList<>(embedded);
        synchronized (VECTORS) {
            for (int i = 0; i < unknown.size(); i++) {
                VECTORS.put(unknown.get(i), embedded.get(i));
            }
            words.stream().map(VECTORS::get).filter(vector -> vector != null).forEach(vectors::add);
        }
        return vectors;
    }
}
