package io.smartchat.llm.builtin;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A question taken apart: which words it turns on, how much each of them tells, and what kind of thing it asks for. */
final class Asked {

    private static final double HEADING = 0.9;
    private static final double FILE_NAME = 0.8;
    private static final double CONTEXT = 0.6;
    private static final double PASSAGE_TERM = 0.36;
    private static final double LIGHT = 0.25;
    private static final double HELD = 0.5;
    private static final double ALIKE = 0.55;
    private static final double BY_WORDS = 0.6;
    /** A word the passages don't know at all is likely to be the very thing that is asked. */
    private static final double MISSING = 1.5;

    private static final int NAMED_CLOSELY = 2;
    private static final double WITHOUT_IT = 0.55;
    private static final double OTHER_THING = 0.3;
    private static final double PASSAGE = 0.05;
    private static final Pattern COUNTED = Pattern.compile("(?iU)\\b(?:how many|wie ?viele|cuánt[oa]s) (\\p{L}+)");

    private final Expectation expectation;
    private final Map<String, String> words;
    private final Set<String> cues;
    private final Set<String> counted;
    private final Map<String, Double> weights = new HashMap<>();
    private final Map<Integer, Set<String>> termsOf = new HashMap<>();
    private final Map<Integer, Double> aboutOtherThings = new HashMap<>();
    private final @Nullable WordMeanings meanings;

    private Asked(String question, @Nullable WordMeanings meanings) {
        this.expectation = Expectation.of(question);
        this.words = Terms.asked(question);
        this.cues = expectation.saidBy(question);
        this.meanings = meanings;
        Matcher matcher = COUNTED.matcher(question);
        this.counted = matcher.find() ? Terms.of(matcher.group(1)) : Set.of();
    }

    /** @param meanings null where the embedding model doesn't know the language */
    static Asked of(String question, List<Statement> statements, @Nullable WordMeanings meanings) {
        Asked asked = new Asked(question, meanings);
        asked.words.keySet().forEach(term -> asked.weights.put(term, weight(term, statements)));
        asked.judgePassages(statements);
        return asked;
    }

    private static double weight(String term, List<Statement> statements) {
        long holding = statements.stream()
                .filter(s -> TermMatch.of(term, s.terms()) >= HELD)
                .count();
        double idf = Math.log(1 + (statements.size() - holding + 0.5) / (holding + 0.5));
        return (holding == 0 ? MISSING : 1) * (Terms.isLight(term) ? LIGHT : 1) * idf;
    }

    /** A passage that never names the article or number asked about is about another one. */
    private void judgePassages(List<Statement> statements) {
        for (Statement statement : statements) {
            Set<String> all = termsOf.computeIfAbsent(statement.excerpt().number(), number -> new HashSet<>());
            all.addAll(statement.terms());
            all.addAll(statement.fileName());
        }
        termsOf.forEach((number, has) -> {
            double factor = 1;
            for (String term : words.keySet()) {
                if (Terms.isIdentifier(term) && !has.contains(term)) {
                    factor = OTHER_THING;
                }
            }
            aboutOtherThings.put(number, factor);
        });
    }

    /** The share of the question's words that a statement, its headings, its document's name and what stands before it hold. */
    double heldBy(Statement statement) {
        boolean met = isMetBy(statement);
        double held = 0;
        double all = 0;
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            held += weight.getValue() * match(weight.getKey(), met, statement);
            all += weight.getValue();
        }
        return all == 0 ? 0 : held / all;
    }

    /** What its passage holds; other rows of a table are about other things. */
    private Set<String> around(Statement statement) {
        return statement.shape() == Statement.Shape.ROW
                ? Set.of()
                : termsOf.getOrDefault(statement.excerpt().number(), Set.of());
    }

    /** "24 kg" alone may be the weight of something else: some things must be called by their name. */
    private boolean isMetBy(Statement statement) {
        return expectation.metBy(statement)
                && (!expectation.mustBeNamed()
                        || cues.stream().anyMatch(cue -> TermMatch.of(cue, statement.withHeading()) >= HELD)
                        || isAboutAllElse(statement));
    }

    /** Then nothing else is there for the amount to be of. */
    private boolean isAboutAllElse(Statement statement) {
        List<String> rest = words.keySet().stream()
                .filter(term -> !cues.contains(term) && !Terms.isLight(term))
                .toList();
        return rest.size() >= NAMED_CLOSELY
                && rest.stream()
                        .allMatch(term -> TermMatch.of(term, statement.context()) >= HELD
                                || TermMatch.of(term, statement.withHeading()) >= HELD);
    }

    private double match(String term, boolean met, Statement statement) {
        double match = TermMatch.of(term, statement.terms());
        match = Math.max(match, met && cues.contains(term) ? 1 : 0);
        match = Math.max(match, HEADING * TermMatch.of(term, statement.withHeading()));
        match = Math.max(match, CONTEXT * TermMatch.of(term, statement.context()));
        match = Math.max(match, PASSAGE_TERM * TermMatch.of(term, around(statement)));
        match = Math.max(match, FILE_NAME * TermMatch.of(term, statement.fileName()));
        return match;
    }

    /** The score of a statement with what speaks against it. */
    double judge(ScoredStatement scored) {
        Statement statement = scored.statement();
        boolean met = isMetBy(statement);
        double score =
                scored.score() + PASSAGE * Math.min(1, statement.excerpt().score());
        if (expectation != Expectation.ANYTHING) {
            score = met ? score + expectation.worth() : expectation.withoutIt() * score;
        }
        if (!counted.isEmpty() && counted.stream().noneMatch(t -> TermMatch.of(t, statement.terms()) >= HELD)) {
            score *= expectation.withoutIt();
        }
        double all = weights.values().stream().mapToDouble(w -> w).sum();
        for (String term : words.keySet()) {
            if (!Terms.isLight(term) && !(met && cues.contains(term)) && match(term, met, statement) < 0.3) {
                double alike = alike(term, statement);
                score = alike > 0 ? score + BY_WORDS * alike * weights.get(term) / all : without(term) * score;
            }
        }
        return score * aboutOtherThings.getOrDefault(statement.excerpt().number(), 1.0);
    }

    /** What the lack of a word leaves of a score; one that most of the passages hold is hardly missed. */
    private double without(String term) {
        long holding = termsOf.values().stream()
                .filter(terms -> TermMatch.of(term, terms) >= HELD)
                .count();
        return 1 - (1 - WITHOUT_IT) * (1 - (double) holding / termsOf.size());
    }

    /** 0 where nothing in the statement or its title means anything like the word, 1 where something does. */
    private double alike(String term, Statement statement) {
        if (meanings == null || Terms.isIdentifier(term)) {
            return 0;
        }
        double nearest = meanings.nearest(
                words.get(term),
                Terms.asked(statement.title() + " " + statement.text()).values());
        return nearest >= ALIKE ? nearest : 0;
    }
}
