package io.smartchat.llm.builtin;

import io.smartchat.llm.builtin.Statement.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Picks the statements that answer, and sets them as cited quotations: the best first, then its neighbours. */
final class Quotation {

    private static final double ENOUGH = 0.42;
    private static final double PERHAPS = 0.32;
    private static final double NEARLY_AS_GOOD = 0.62;
    private static final double ROW_AS_GOOD = 0.8;
    private static final int STATEMENTS = 4;
    private static final int PASSAGES = 3;
    private static final int LIST_ITEMS = 10;
    private static final int LONGEST = 900;
    private static final double SAME = 0.7;
    private static final Pattern LEANS_BACK = Pattern.compile(
            "(?i)(it|its|this|these|that|those|they|he|she|such|es|dies|diese[rsmn]?|dazu|dabei|dafür|sie|er|ella|él|esto|"
                    + "estos|il|elle|cela|ces)\\b.*");

    private final List<Statement> all;
    private final Map<Integer, List<Statement>> chosen = new LinkedHashMap<>();

    private Quotation(List<Statement> all) {
        this.all = all;
    }

    /** The answer in Markdown, with a doubt before it where it is in place; nothing if no statement comes near. */
    static Optional<String> of(List<Statement> all, List<ScoredStatement> ranked, Language language) {
        if (ranked.isEmpty() || ranked.get(0).score() < PERHAPS) {
            return Optional.empty();
        }
        double best = ranked.get(0).score();
        Quotation quotation = new Quotation(all);
        if (best < ENOUGH) {
            quotation.choose(ranked.get(0).statement());
            return Optional.of(DontKnow.perhaps(language) + "\n\n" + quotation.markdown());
        }
        ranked.stream()
                .filter(scored -> scored.score() >= atLeast(scored.statement(), best))
                .limit(STATEMENTS)
                .forEach(scored -> quotation.choose(scored.statement()));
        return Optional.of(quotation.markdown());
    }

    /** Another row is another thing; it must answer as well to be quoted beside the best. */
    private static double atLeast(Statement statement, double best) {
        return Math.max(ENOUGH, best * (statement.shape() == Shape.ROW ? ROW_AS_GOOD : NEARLY_AS_GOOD));
    }

    private void choose(Statement statement) {
        int passage = statement.excerpt().number();
        boolean full = (!chosen.containsKey(passage) && chosen.size() == PASSAGES) || length() > LONGEST;
        if (full || said(statement)) {
            return;
        }
        List<Statement> quoted = chosen.computeIfAbsent(passage, number -> new ArrayList<>());
        quoted.add(statement);
        if (quoted.size() == 1 && LEANS_BACK.matcher(statement.text()).matches()) {
            neighbour(statement, -1).filter(s -> s.shape() == Shape.SENTENCE).ifPresent(s -> quoted.add(0, s));
        }
        if (statement.text().endsWith(":")) {
            for (int step = 1; step <= LIST_ITEMS; step++) {
                Optional<Statement> item = neighbour(statement, step).filter(s -> s.shape() == Shape.ITEM);
                if (item.isEmpty()) {
                    return;
                }
                quoted.add(item.get());
            }
        }
    }

    private Optional<Statement> neighbour(Statement statement, int step) {
        return all.stream()
                .filter(s -> s.excerpt().number() == statement.excerpt().number())
                .filter(s -> s.ordinal() == statement.ordinal() + step)
                .findFirst();
    }

    private boolean said(Statement statement) {
        return chosen.values().stream().flatMap(List::stream).anyMatch(other -> overlap(other, statement) >= SAME);
    }

    private static double overlap(Statement one, Statement other) {
        if (one.text().equalsIgnoreCase(other.text())) {
            return 1;
        }
        Set<String> shared = new HashSet<>(one.terms());
        shared.retainAll(other.terms());
        Set<String> union = new HashSet<>(one.terms());
        union.addAll(other.terms());
        // rows differ in few words, and in those that matter
        boolean rows = one.shape() == Shape.ROW || other.shape() == Shape.ROW;
        return union.isEmpty() || rows ? 0 : (double) shared.size() / union.size();
    }

    private int length() {
        return chosen.values().stream()
                .flatMap(List::stream)
                .mapToInt(s -> s.text().length())
                .sum();
    }

    private String markdown() {
        List<String> paragraphs = new ArrayList<>();
        chosen.forEach((number, statements) -> paragraphs.add(paragraph(statements) + " [" + number + "]"));
        return String.join("\n\n", paragraphs);
    }

    private static String paragraph(List<Statement> statements) {
        Statement first = statements.get(0);
        Statement second = statements.size() > 1 ? statements.get(1) : first;
        // the answer leads; what it leans on stays before it, the rest follows as it stands in the document
        int led = second.ordinal() == first.ordinal() + 1
                        && LEANS_BACK.matcher(second.text()).matches()
                ? 2
                : 1;
        List<Statement> ordered = new ArrayList<>(statements.subList(0, Math.min(led, statements.size())));
        statements.stream()
                .skip(led)
                .sorted(Comparator.comparingInt(Statement::ordinal))
                .forEach(ordered::add);
        StringBuilder text = new StringBuilder();
        Statement before = null;
        for (Statement statement : ordered) {
            String joint = before == null ? "" : joint(before, statement);
            boolean lineStart = before == null || joint.endsWith("\n");
            text.append(joint).append(lineStart ? PlainMarkdown.atLineStart(quoted(statement)) : quoted(statement));
            before = statement;
        }
        return text.toString();
    }

    private static String joint(Statement before, Statement next) {
        if (next.shape() == Shape.ROW || before.shape() == Shape.ROW) {
            return "  \n";
        }
        if (next.shape() == Shape.ITEM) {
            return before.text().endsWith(":") ? " " : "; ";
        }
        return next.ordinal() == before.ordinal() + 1 ? " " : " … ";
    }

    private static String quoted(Statement statement) {
        String text = statement.shape() == Shape.ROW
                ? statement.text().replaceAll("; (?=[^:;]{1,60}: )", " · ")
                : statement.text();
        return PlainMarkdown.of(text);
    }
}
