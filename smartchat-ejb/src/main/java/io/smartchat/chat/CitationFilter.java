package io.smartchat.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes marks such as {@code [7]} out of a stream of text if no passage of that number was given. It holds back no more
 * than a mark that is not yet whole with a blank before and the character behind it; what it lets through twice is the
 * same as what it lets through once. Numbers from 1 to 99 are marks, as in the widget; code, links, footnotes and
 * definitions are left alone.
 */
final class CitationFilter {

    private static final int LONGEST_MARK = 40;
    private static final int HIGHEST = 99;
    private static final String CLOSES_UP = ".,;:!?)]}\"'»”’。，、；：！？）」";

    private final int given;
    private final Consumer<String> removed;
    private final CodeSpans code = new CodeSpans();
    private final StringBuilder mark = new StringBuilder();
    private final StringBuilder word = new StringBuilder();
    private StringBuilder out = new StringBuilder();
    private boolean blankHeld;
    private boolean nested;
    private boolean behindForeignBracket;
    private boolean lineStart = true;
    private boolean markAtLineStart;

    /** @param removed hears each mark that is taken out or shortened */
    CitationFilter(int given, Consumer<String> removed) {
        this.given = given;
        this.removed = removed;
    }

    String accept(String delta) {
        for (int i = 0; i < delta.length(); i++) {
            take(delta.charAt(i));
        }
        return taken();
    }

    /** What was held back, once nothing follows. */
    String end() {
        if (isWhole()) {
            resolve('\n');
        }
        flush();
        return taken();
    }

    private void take(char next) {
        boolean inCode = code.inCode(next);
        if (isWhole()) {
            resolve(next);
        } else if (mark.length() > 0) {
            boolean fits = next == ']' || next == ',' || next == ' ' || (next >= '0' && next <= '9');
            if (fits && mark.length() < LONGEST_MARK) {
                mark.append(next);
                return;
            }
            nested = next == '[';
            flush();
        }
        if (next == '[' && !inCode) {
            mark.append(next);
            markAtLineStart = lineStart && !blankHeld;
        } else if (next == ' ' && !inCode) {
            flush();
            blankHeld = true;
        } else {
            flush();
            emit(next);
        }
    }

    private boolean isWhole() {
        return mark.length() > 0 && mark.charAt(mark.length() - 1) == ']';
    }

    private void resolve(char next) {
        List<Integer> numbers = isProse(next) ? numbers() : List.of();
        List<Integer> kept = numbers.stream().filter(n -> n <= given).toList();
        if (kept.size() < numbers.size()) {
            removed.accept(mark.toString());
            mark.setLength(0);
            if (!kept.isEmpty()) {
                mark.append(kept);
            } else if (blankHeld && next != '[' && (Character.isWhitespace(next) || CLOSES_UP.indexOf(next) >= 0)) {
                blankHeld = false;
            } else if (next == '[') {
                return;
            }
        }
        boolean foreign = numbers.isEmpty();
        flush();
        behindForeignBracket = foreign;
    }

    /** A link, a definition, an escaped bracket or an index is no citation, whatever its number. */
    private boolean isProse(char next) {
        char before = blankHeld || word.isEmpty() ? 0 : word.charAt(word.length() - 1);
        boolean link = next == '(' || (next == ':' && markAtLineStart) || (behindForeignBracket && before == ']');
        boolean escaped = before == '\\' || before == '[' || nested;
        return !link && !escaped && next != '=' && (blankHeld || !endsLikeCode());
    }

    private boolean endsLikeCode() {
        String text = word.toString();
        boolean oneLetter = text.matches("(?s).*(?<![\\p{L}\\p{N}'’])[A-Za-z]");
        return oneLetter
                || text.matches("(?s).*[A-Za-z0-9]*[_$][A-Za-z0-9_$]*")
                || text.endsWith("()")
                || text.contains("://");
    }

    /** The mark's numbers; none if it is no mark. */
    private List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (String part : mark.substring(1, mark.length() - 1).split(",", -1)) {
            String digits = part.strip();
            if (digits.isEmpty() || digits.length() > 2 || digits.charAt(0) == '0' || digits.contains(" ")) {
                return List.of();
            }
            int number = Integer.parseInt(digits);
            if (number > HIGHEST) {
                return List.of();
            }
            numbers.add(number);
        }
        return numbers;
    }

    private void flush() {
        if (blankHeld) {
            blankHeld = false;
            emit(' ');
        }
        String text = mark.toString();
        mark.setLength(0);
        for (int i = 0; i < text.length(); i++) {
            emit(text.charAt(i));
        }
    }

    private void emit(char c) {
        out.append(c);
        lineStart = c == '\n' || (lineStart && c == ' ');
        nested = nested && c != ']' && c != '\n';
        behindForeignBracket = c == ']';
        if (Character.isWhitespace(c)) {
            word.setLength(0);
        } else if (word.length() < LONGEST_MARK) {
            word.append(c);
        } else {
            word.deleteCharAt(0).append(c);
        }
    }

    private String taken() {
        String text = out.toString();
        out = new StringBuilder();
        return text;
    }
}
