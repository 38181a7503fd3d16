package io.smartchat.knowledge.ingest;

import java.util.Arrays;
import java.util.List;

/** Makes running text of the lines on a page: words cut at line ends are joined, and so are lines that were only wrapped. */
final class PageText {

    /** A line at least this share of a long one was wrapped; a shorter one ended there on purpose. */
    private static final double WRAPPED = 0.6;

    private PageText() {}

    static String of(String raw) {
        List<String> lines =
                CleanText.of(raw).lines().map(String::stripTrailing).toList();
        int wrapped = (int) (WRAPPED * longLine(lines));
        StringBuilder text = new StringBuilder();
        String last = "";
        for (String line : lines) {
            if (isCutWord(last, line)) {
                text.setLength(text.length() - 1);
            } else if (!text.isEmpty()) {
                text.append(isWrapped(last, line, wrapped) ? ' ' : '\n');
            }
            text.append(line);
            last = line;
        }
        return text.toString().replaceAll("\n{3,}", "\n\n").strip();
    }

    /** The length that nine of ten lines stay below. */
    private static int longLine(List<String> lines) {
        int[] lengths = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(String::length)
                .toArray();
        Arrays.sort(lengths);
        return lengths.length == 0 ? 0 : lengths[lengths.length * 9 / 10];
    }

    private static boolean isCutWord(String last, String line) {
        int end = last.length() - 1;
        return end >= 1
                && (last.charAt(end) == '-' || last.charAt(end) == '\u2010')
                && Character.isLetter(last.charAt(end - 1))
                && !line.isEmpty()
                && Character.isLowerCase(line.codePointAt(0));
    }

    private static boolean isWrapped(String last, String line, int wrapped) {
        return !last.isBlank() && !line.isBlank() && last.length() >= wrapped && !startsItem(line);
    }

    private static boolean startsItem(String line) {
        int first = line.stripLeading().codePointAt(0);
        return "•◦▪‣·–—*-".indexOf(first) >= 0;
    }
}
