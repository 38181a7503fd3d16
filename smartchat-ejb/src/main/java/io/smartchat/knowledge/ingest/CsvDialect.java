package io.smartchat.knowledge.ingest;

import java.util.ArrayList;
import java.util.List;

/** Finds a CSV's delimiter: the one that cuts most lines into the same number of cells, and more than one. */
final class CsvDialect {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int LINES = 50;

    private CsvDialect() {}

    static char of(String sample) {
        char best = ',';
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            double score = score(countsPerLine(sample, candidate));
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** Share of lines that agree with the first one, weighted a little by the number of cells. */
    private static double score(List<Integer> counts) {
        if (counts.isEmpty() || counts.get(0) == 0) {
            return 0;
        }
        int first = counts.get(0);
        double agreeing = counts.stream().filter(count -> count == first).count();
        return agreeing / counts.size() + Math.min(first, 20) / 100.0;
    }

    private static List<Integer> countsPerLine(String sample, char delimiter) {
        List<Integer> counts = new ArrayList<>();
        int count = 0;
        boolean quoted = false;
        boolean blank = true;
        for (int i = 0; i < sample.length() && counts.size() < LINES; i++) {
            char c = sample.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (!blank) {
                    counts.add(count);
                }
                count = 0;
                blank = true;
                continue;
            } else if (!quoted && c == delimiter) {
                count++;
            }
            blank &= Character.isWhitespace(c) && c != delimiter;
        }
        if (!blank && counts.isEmpty()) {
            counts.add(count);
        }
        return counts;
    }
}
