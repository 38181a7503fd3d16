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

/** Picks the statements that answer, and sets them as cited quotations, those of a passage in its order. */
final class Quotation {

    private static final double NEARLY_AS_GOOD = 0.62;
    private static final double ROW_AS_GOOD = 0.8;
    private static final int STATEMENTS = 4;
    private static final int PASSAGES = 3;
    private static final int LIST_ITEMS = 10;
    private static final int LONGEST = 900;
    private static final double SAME = 0.7;
    private static final int SHORT_TITLE = 40;
    private static final Pattern LEANS_BACK = Pattern.compile(
            "(?i)(it|its|this|these|that|those|they|he|she|such|es|dies|diese[rsmn]?|dazu|dabei|dafür|sie|er|ella|él|esto|"
                    + "estos|il|elle|cela|ces)\\b.*");

    private final List<Statement> all;
    private final Map<Integer, List<Statement>> chosen = new LinkedHashMap<>();

    private Quotation(List<Statement> all) {
        this.all = all;
    }

    /** The answer in Markdown; nothing if no statement scores {@code enough}. */
    static Optional<String> of(List<Statement> all, List<ScoredStatement> ranked, double enough) {
        if (ranked.isEmpty() || ranked.get(0).score() < enough) {
            return Optional.empty();
        }
        double best = ranked.get(0).score();
        Quotation quotation = new Quotation(all);
        ranked.stream()
                .filter(scored -> scored.score() >= Math.max(enough, best * asGood(scored.statement())))
                .limit(STATEMENTS)
                .forEach(scored -> quotation.choose(scored.statement()));
        return Optional.of(quotation.markdown());
    }

    /** Another row is another thing; it must answer as well to be quoted beside the best. */
    private static double asGood(Statement statement) {
        return statement.shape() == Shape.ROW ? ROW_AS_GOOD : NEARLY_AS_GOOD;
    }

    private void choose(Statement statement) {
        int passage = statement.excerpt().number();
        boolean full = (!chosen.containsKey(passage) && chosen.size() == PASSAGES) || length() > LONGEST;
        if (full || said(statement)) {
            return;
        }
        List<Statement> quoted = chosen.computeIfAbsent(passage, number -> new ArrayList<>());
        quoted.add(statement);
        if (quoted.size() == 1 && leansBack(statement) && !isNamed(statement)) {
            neighbour(statement, -1).filter(s -> s.shape() == Shape.SENTENCE).ifPresent(quoted::add);
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

    private static boolean leansBack(Statement statement) {
        return LEANS_BACK.matcher(statement.text()).matches();
    }

    /** Whether the heading right above says in a few words what "it" is. */
    private static boolean isNamed(Statement statement) {
        String title = statement.title();
        return !title.isEmpty() && title.length() <= SHORT_TITLE && !title.contains(".") && !title.contains("?");
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
        chosen.forEach((number, statements) -> paragraphs.add(paragraph(statements, " [" + number + "]")));
        return String.join("\n\n", paragraphs);
    }

    /** In the order of the document, each statement with its citation; a list's items share one. */
    private static String paragraph(List<Statement> statements, String citation) {
        List<Statement> ordered = statements.stream()
                .sorted(Comparator.comparingInt(Statement::ordinal))
                .toList();
        StringBuilder text = new StringBuilder();
        Statement before = null;
        for (Statement statement : ordered) {
            String joint = before == null ? "" : joint(before, statement);
            boolean goesOn = before != null && statement.shape() == Shape.ITEM;
            if (before == null && leansBack(statement) && isNamed(statement)) {
                text.append(PlainMarkdown.atLineStart(PlainMarkdown.of(statement.title())))
                        .append(": ");
            }
            boolean lineStart = text.isEmpty() || joint.endsWith("\n");
            text.append(before == null || goesOn ? "" : citation)
                    .append(joint)
                    .append(lineStart ? PlainMarkdown.atLineStart(quoted(statement)) : quoted(statement));
            before = statement;
        }
        return text.append(citation).toString();
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
