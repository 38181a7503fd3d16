package io.smartchat.llm.builtin;

import io.smartchat.llm.Excerpt;
import io.smartchat.llm.builtin.Statement.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes a passage apart into statements. */
final class Statements {

    private static final Pattern ROW = Pattern.compile("[^:;]{1,60}: [^;]*(?:; ?[^:;]{1,60}: .*)+");
    private static final Pattern ITEM = Pattern.compile("(?:[-*•‣◦–]|\\(?\\d{1,2}[.)]|[a-z]\\))\\s+.*");
    private static final Pattern ITEM_MARK = Pattern.compile("^(?:[-*•‣◦–]|\\(?\\d{1,2}[.)]|[a-z]\\))\\s+");
    private static final Pattern MARKDOWN_HEADING = Pattern.compile("#{1,6}\\s+.*");
    private static final Pattern ENDS_A_SENTENCE = Pattern.compile(".*[.!?:;。！？؟][\"'”’»)\\]]*");
    private static final Pattern SECTION_NUMBER = Pattern.compile("^§? ?\\d{1,3}(?:\\.\\d{1,3})*[.)]?\\s+");
    private static final int LONGEST_HEADING = 60;
    private static final int LINES_THAT_WRAP = 45;
    private static final int MEMORY = 3;

    private final Excerpt excerpt;
    private final List<Statement> found = new ArrayList<>();
    private final Set<String> fileTerms;
    private String title = "";
    private Set<String> heading = Set.of();
    private boolean headingOpen;

    private Statements(Excerpt excerpt) {
        this.excerpt = excerpt;
        this.fileTerms =
                Terms.of(excerpt.filename().replaceAll("\\.[a-zA-Z]{2,4}$", "").replaceAll("[_-]", " "));
    }

    static List<Statement> of(Excerpt excerpt) {
        Statements statements = new Statements(excerpt);
        boolean table = excerpt.filename().toLowerCase(java.util.Locale.ROOT).endsWith(".csv");
        List<String> blocks = table ? excerpt.text().lines().toList() : blocks(excerpt.text());
        for (String block : blocks) {
            statements.add(block.strip(), table, blocks.size() > 1);
        }
        return statements.found;
    }

    private void add(String block, boolean table, boolean more) {
        if (block.isEmpty()) {
            return;
        }
        if (table || ROW.matcher(block).matches()) {
            add(Shape.ROW, block);
        } else if (ITEM.matcher(block).matches()
                && !ENDS_A_SENTENCE.matcher(block).matches()) {
            add(Shape.ITEM, ITEM_MARK.matcher(block).replaceFirst(""));
        } else if (isTitle(block) || (found.isEmpty() && more && isFirstLine(block))) {
            add(Shape.HEADING, block.replaceFirst("^#+\\s+", ""));
        } else {
            boolean item = ITEM.matcher(block).matches();
            for (String sentence : Sentences.of(ITEM_MARK.matcher(block).replaceFirst(""))) {
                boolean question = sentence.matches(".*[?？؟][\"'”’»)]*");
                add(question ? Shape.HEADING : item ? Shape.ITEM : Shape.SENTENCE, sentence);
            }
        }
    }

    private void add(Shape shape, String text) {
        Set<String> terms = Terms.of(text);
        Set<String> before = new HashSet<>();
        List<Statement> near = shape == Shape.ROW ? List.of() : found;
        near.subList(Math.max(0, near.size() - MEMORY), near.size()).forEach(s -> before.addAll(s.terms()));
        found.add(new Statement(excerpt, found.size(), shape, text, terms, title, heading, before, fileTerms));
        if (shape == Shape.HEADING) {
            Set<String> open = new HashSet<>(headingOpen ? heading : Set.of());
            open.addAll(terms);
            heading = open;
            title = headingOpen ? title + ". " + text : text;
        }
        headingOpen = shape == Shape.HEADING;
    }

    /** What a passage begins with may name a product or have a subtitle. */
    private static boolean isFirstLine(String block) {
        return block.length() <= LONGEST_HEADING
                && !ENDS_A_SENTENCE.matcher(block).matches()
                && Character.isUpperCase(block.codePointAt(0))
                && block.split("\\s+").length <= 8;
    }

    private static boolean isTitle(String block) {
        return MARKDOWN_HEADING.matcher(block).matches()
                || (block.length() <= LONGEST_HEADING
                        && !ENDS_A_SENTENCE.matcher(block).matches()
                        && block.split("\\s+").length <= 8
                        && SECTION_NUMBER
                                .matcher(block)
                                .replaceFirst("")
                                .chars()
                                .noneMatch(Character::isDigit)
                        && !block.contains(":"));
    }

    /** Paragraphs, list items and titles, with the line ends of a page's layout taken out. */
    private static List<String> blocks(String text) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        String before = "";
        for (String raw : text.split("\\R", -1)) {
            String line = raw.strip();
            if (block.length() > 0 && !continues(before, line)) {
                blocks.add(block.toString());
                block.setLength(0);
            }
            append(block, line);
            before = line;
        }
        blocks.add(block.toString());
        return blocks;
    }

    private static boolean continues(String before, String line) {
        if (line.isEmpty()
                || before.isEmpty()
                || startsAnew(line)
                || MARKDOWN_HEADING.matcher(before).matches()) {
            return false;
        }
        if (ROW.matcher(before).matches() && ROW.matcher(line).matches()) {
            return false;
        }
        if (ENDS_A_SENTENCE.matcher(before).matches() && isTitle(line)) {
            return false;
        }
        boolean lowerCase = Character.isLowerCase(line.codePointAt(0));
        return lowerCase || before.length() >= LINES_THAT_WRAP;
    }

    private static boolean startsAnew(String line) {
        return ITEM.matcher(line).matches() || MARKDOWN_HEADING.matcher(line).matches();
    }

    private static void append(StringBuilder block, String line) {
        int end = block.length();
        boolean hyphenated = end > 1
                && block.charAt(end - 1) == '-'
                && Character.isLetter(block.charAt(end - 2))
                && !line.isEmpty()
                && Character.isLowerCase(line.charAt(0));
        if (hyphenated) {
            block.setLength(end - 1);
        } else if (end > 0) {
            block.append(' ');
        }
        block.append(line);
    }
}
