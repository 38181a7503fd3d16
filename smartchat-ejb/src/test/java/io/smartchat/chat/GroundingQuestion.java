package io.smartchat.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A question with where its answer stands and which words the answer must hold.
 *
 * @param documents any of them may be cited; none if no document answers
 * @param page that must be cited, null for any
 * @param words each with its alternatives, in lower case
 */
record GroundingQuestion(
        String text, List<String> documents, @Nullable Integer page, List<List<String>> words) {

    static List<GroundingQuestion> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(cells -> new GroundingQuestion(
                        cells[0],
                        alternatives(cells[1]),
                        cells[2].isEmpty() ? null : Integer.valueOf(cells[2]),
                        Arrays.stream(cells[3].toLowerCase(Locale.ROOT).split("&"))
                                .map(GroundingQuestion::alternatives)
                                .toList()))
                .toList();
    }

    boolean answerable() {
        return !documents.isEmpty();
    }

    private static List<String> alternatives(String cell) {
        return Arrays.stream(cell.split("\\|"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether a paragraph that holds the answer's words cites where it stands. */
    boolean answeredRightBy(GroundedShop.Answer answer) {
        return answerable()
                && answer.text()
                        .lines()
                        .filter(paragraph -> holdsTheWords(paragraph.toLowerCase(Locale.ROOT)))
                        .flatMap(paragraph -> Citations.cited(paragraph, answer.cited()).stream())
                        .anyMatch(this::isWhereItStands);
    }

    boolean isWhereItStands(SourceItem item) {
        return documents.contains(item.filename()) && (page == null || page.equals(item.page()));
    }

    private boolean holdsTheWords(String paragraph) {
        return words.stream().allMatch(any -> any.stream().anyMatch(paragraph::contains));
    }
}
