package io.smartchat.llm.builtin;

import static java.util.Comparator.comparingDouble;

import io.smartchat.llm.Embeddings;
import io.smartchat.llm.builtin.Statement.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores statements against a question: the rarity-weighted share of its words they hold (their headings and neighbours
 * count for part), the cosine of the meanings where the embedding model knows the language, and whether they hold the kind
 * of thing that is asked for.
 */
final class StatementScorer {

    private static final double COSINE = 0.4;

    private static final int EMBEDDED_AT_MOST = 12;

    private final Embeddings embeddings;

    StatementScorer(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    /** Whether the embedding model knows {@code language}, so that meanings count besides words. */
    boolean understands(Language language) {
        return language == Language.ENGLISH || embeddings.profile().multilingual();
    }

    /** Best first; headings are left out. */
    List<ScoredStatement> score(String question, Language language, List<Statement> statements) {
        boolean meaning = understands(language);
        Asked asked = Asked.of(question, statements, meaning ? new WordMeanings(embeddings) : null);
        List<ScoredStatement> byWords = statements.stream()
                .filter(statement -> statement.shape() != Shape.HEADING)
                .map(statement -> new ScoredStatement(statement, asked.heldBy(statement)))
                .sorted(comparingDouble(ScoredStatement::score).reversed())
                .toList();
        List<ScoredStatement> scored = meaning ? withMeaning(question, byWords) : byWords;
        return scored.stream()
                .map(s -> new ScoredStatement(s.statement(), asked.judge(s)))
                .sorted(comparingDouble(ScoredStatement::score).reversed())
                .toList();
    }

    private List<ScoredStatement> withMeaning(String question, List<ScoredStatement> byWords) {
        float[] asked = embeddings.embed(question);
        List<ScoredStatement> near = byWords.subList(0, Math.min(EMBEDDED_AT_MOST, byWords.size()));
        List<float[]> vectors = embeddings.embedAll(near.stream()
                .map(s -> s.statement().title() + " " + s.statement().text())
                .toList());
        List<ScoredStatement> scored = new ArrayList<>();
        for (int i = 0; i < near.size(); i++) {
            double cosine = Math.max(0, dot(asked, vectors.get(i)));
            scored.add(new ScoredStatement(
                    near.get(i).statement(), (1 - COSINE) * near.get(i).score() + COSINE * cosine));
        }
        return scored;
    }

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
