package io.smartchat.llm.builtin;

import static java.util.Comparator.comparingDouble;

import io.smartchat.llm.Embeddings;
import io.smartchat.llm.builtin.Statement.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scores statements against a question: the rarity-weighted share of its words they hold (their headings and neighbours
 * count for part), the cosine of the meanings where the embedding model knows the language, and whether they hold the kind
 * of thing that is asked for.
 */
final class StatementScorer {

    private static final double HEADING = 0.8;
    private static final double CONTEXT = 0.4;
    private static final double FILE_NAME = 0.15;
    private static final double COSINE = 0.45;
    private static final double PASSAGE = 0.08;
    private static final double CLEAR = 0.85;
    private static final double CLEAR_LEAD = 0.6;
    private static final double OTHER_THING = 0.3;
    /** A word the passages don't know at all is likely to be the very thing that is asked. */
    private static final double MISSING = 1.5;

    private static final int EMBEDDED_AT_MOST = 12;

    private final Embeddings embeddings;

    StatementScorer(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    /** Best first; headings are left out. */
    List<ScoredStatement> score(String question, Language language, List<Statement> statements) {
        Set<String> asked = Terms.of(question);
        Map<String, Double> rarity = rarity(asked, statements);
        Expectation expectation = Expectation.of(question);
        List<ScoredStatement> byWords = statements.stream()
                .filter(statement -> statement.shape() != Shape.HEADING)
                .map(statement -> new ScoredStatement(statement, words(asked, rarity, statement)))
                .sorted(comparingDouble((ScoredStatement s) -> s.score() + expected(expectation, s.statement()))
                        .reversed())
                .toList();
        boolean meaning = language == Language.ENGLISH || embeddings.profile().multilingual();
        List<ScoredStatement> scored = meaning && !clear(byWords) ? withMeaning(question, byWords) : byWords;
        Set<Integer> elsewhere = passagesOnOtherThings(asked, statements);
        return scored.stream()
                .map(s -> elsewhere.contains(s.statement().excerpt().number())
                        ? new ScoredStatement(s.statement(), OTHER_THING * s.score())
                        : s)
                .map(s -> new ScoredStatement(s.statement(), s.score() + extras(expectation, s)))
                .sorted(comparingDouble(ScoredStatement::score).reversed())
                .toList();
    }

    private static Map<String, Double> rarity(Set<String> asked, List<Statement> statements) {
        Map<String, Double> rarity = new HashMap<>();
        for (String term : asked) {
            long holding = statements.stream()
                    .filter(s -> Terms.match(term, s.terms()) > 0)
                    .count();
            double idf = Math.log(1 + (statements.size() - holding + 0.5) / (holding + 0.5));
            rarity.put(term, holding == 0 ? MISSING * idf : idf);
        }
        return rarity;
    }

    private static double words(Set<String> asked, Map<String, Double> rarity, Statement statement) {
        double held = 0;
        double all = 0;
        for (String term : asked) {
            double weight = rarity.get(term);
            double match = Math.max(
                    Terms.match(term, statement.terms()),
                    Math.max(
                            HEADING * Terms.match(term, statement.heading()),
                            Math.max(
                                    CONTEXT * Terms.match(term, statement.context()),
                                    FILE_NAME * Terms.match(term, statement.fileName()))));
            held += weight * match;
            all += weight;
        }
        return all == 0 ? 0 : held / all;
    }

    /** Whether the words alone settle it; embedding costs the visitor time. */
    private static boolean clear(List<ScoredStatement> byWords) {
        return byWords.size() > 1
                && byWords.get(0).score() >= CLEAR
                && byWords.get(1).score() <= CLEAR_LEAD * byWords.get(0).score();
    }

    private List<ScoredStatement> withMeaning(String question, List<ScoredStatement> byWords) {
        float[] asked = embeddings.embed(question);
        List<ScoredStatement> near = byWords.subList(0, Math.min(EMBEDDED_AT_MOST, byWords.size()));
        List<float[]> vectors =
                embeddings.embedAll(near.stream().map(s -> s.statement().text()).toList());
        return java.util.stream.IntStream.range(0, near.size())
                .mapToObj(i -> {
                    double cosine = Math.max(0, dot(asked, vectors.get(i)));
                    return new ScoredStatement(
                            near.get(i).statement(), (1 - COSINE) * near.get(i).score() + COSINE * cosine);
                })
                .toList();
    }

    /** A passage that never names the article or number asked about is about another one. */
    private static Set<Integer> passagesOnOtherThings(Set<String> asked, List<Statement> statements) {
        Set<String> identifiers = new HashSet<>(asked);
        identifiers.removeIf(term -> !Terms.isIdentifier(term));
        Map<Integer, Set<String>> missing = new HashMap<>();
        for (Statement statement : statements) {
            Set<String> left =
                    missing.computeIfAbsent(statement.excerpt().number(), number -> new HashSet<>(identifiers));
            left.removeAll(statement.terms());
            left.removeAll(statement.fileName());
        }
        missing.values().removeIf(Set::isEmpty);
        return missing.keySet();
    }

    private static double extras(Expectation expectation, ScoredStatement scored) {
        return (scored.score() > 0 ? expected(expectation, scored.statement()) : 0)
                + PASSAGE * Math.min(1, scored.statement().excerpt().score());
    }

    private static double expected(Expectation expectation, Statement statement) {
        return expectation.metBy(statement) ? expectation.worth() : 0;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
