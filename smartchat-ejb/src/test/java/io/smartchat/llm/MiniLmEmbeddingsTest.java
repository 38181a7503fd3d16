package io.smartchat.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class MiniLmEmbeddingsTest {

    private final MiniLmEmbeddings embeddings = LoadedEmbeddings.get();

    @Test
    void vectorsHaveTheProfilesDimensionAndUnitLength() {
        for (float[] vector : embeddings.embedAll(List.of("A bicycle.", "Ein Fahrrad.", "x".repeat(6000)))) {
            assertThat(vector).hasSize(embeddings.profile().dimension());
            assertThat(dot(vector, vector)).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void aBatchGivesTheVectorsOfItsTextsInOrder() {
        List<String> texts = List.of("The invoice is due in May.", "Cats sleep a lot.", "The invoice is due in May.");
        List<float[]> vectors = embeddings.embedAll(texts);
        assertThat(vectors.get(1)).isEqualTo(embeddings.embed(texts.get(1)));
        assertThat(vectors.get(0)).isEqualTo(vectors.get(2)).isNotEqualTo(vectors.get(1));
        assertThat(embeddings.embedAll(List.of())).isEmpty();
    }

    @Test
    void whatMeansTheSameIsNearerThanWhatDoesNot() {
        float[] question = embeddings.embed("How can I send my order back?");
        double related = dot(question, embeddings.embed("Returns are accepted for thirty days."));
        double unrelated = dot(question, embeddings.embed("The glacier moves two metres a year."));
        assertThat(related).isGreaterThan(unrelated + 0.2);
    }

    @Test
    void aTextWithoutAReadableCharacterHasAVectorToo() {
        assertThat(dot(embeddings.embed(" \n\t"), embeddings.embed(""))).isCloseTo(1, within(1e-4));
    }

    @Test
    void itIsLoadedOnlyOnceItsBackgroundTaskRan() {
        Queue<Runnable> background = new ArrayDeque<>();
        MiniLmEmbeddings fresh = new MiniLmEmbeddings();
        fresh.loadWith(background::add);
        assertThat(fresh.loaded()).isFalse();
        background.remove().run();
        assertThat(fresh.loaded()).isTrue();
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
