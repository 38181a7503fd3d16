package io.smartchat.llm.builtin;

import java.util.Set;

/** How much of a question's term a text has, 0..1. */
final class TermMatch {

    private static final double SYNONYM = 0.9;
    private static final Set<String> ENDINGS =
            Set.of("t", "n", "s", "d", "r", "en", "er", "es", "st", "te", "et", "em", "ed", "ing", "ung", "ten", "end");
    private static final double FORM = 0.85;
    private static final double TYPO = 0.8;
    private static final double IN_COMPOUND = 0.75;
    private static final double OF_COMPOUND = 0.9;
    /** "Fahrradreparatur" is not what a text about "Reparatur" is about. */
    private static final double OF_HEAD = 0.6;

    private static final double NEARLY_ALL = 0.8;
    private static final int SHORTEST_END = 4;
    private static final int SHORTEST_MIDDLE = 6;
    private static final int SHORTEST_TYPO = 5;
    private static final int LONG = 8;

    private TermMatch() {}

    /**
     * 1 for the term itself, less for a compound of it ("Garantie" and "Herstellergarantie"), a synonym or a slip of the
     * pen, and for a compound that the text has only parts of, the share of those parts.
     */
    static double of(String term, Set<String> terms) {
        if (terms.contains(term)) {
            return 1;
        }
        if (Terms.isIdentifier(term)) {
            return 0;
        }
        double best = Synonyms.related(term, terms) ? SYNONYM : 0;
        boolean[] covered = new boolean[term.length()];
        for (String other : terms) {
            if (Terms.isIdentifier(other)) {
                continue;
            }
            if (isForm(term, other)) {
                best = Math.max(best, FORM);
            } else if (isPart(term, other)) {
                best = Math.max(best, IN_COMPOUND);
            } else if (isTypo(term, other)) {
                best = Math.max(best, TYPO);
            }
            cover(term, other, covered);
        }
        double share = share(covered);
        return Math.max(best, (share >= NEARLY_ALL ? OF_COMPOUND : OF_HEAD) * share);
    }

    /** Of the same word, or derived from it: "liefert" and "liefern", "gereinigt" and "Reinigung". */
    static boolean isForm(String one, String other) {
        String a = bare(one);
        String b = bare(other);
        int shorter = Math.min(a.length(), b.length());
        int common = 0;
        while (common < shorter && a.charAt(common) == b.charAt(common)) {
            common++;
        }
        int left = Math.max(a.length(), b.length()) - common;
        String ending = (a.length() > b.length() ? a : b).substring(common);
        return (common == shorter && shorter >= SHORTEST_END && ENDINGS.contains(ending))
                || (common >= SHORTEST_MIDDLE && left <= 3 && common >= shorter - 2);
    }

    private static String bare(String term) {
        return term.startsWith("ge") && term.length() > LONG ? term.substring(2) : term;
    }

    private static boolean isPart(String part, String whole) {
        return part.length() < whole.length()
                && ((part.length() >= SHORTEST_END && (whole.startsWith(part) || whole.endsWith(part)))
                        || (part.length() >= SHORTEST_MIDDLE && whole.contains(part)));
    }

    private static void cover(String term, String part, boolean[] covered) {
        if (part.length() < SHORTEST_END || part.length() >= term.length()) {
            return;
        }
        boolean atEnd = term.startsWith(part) || term.endsWith(part);
        int at = atEnd || part.length() >= SHORTEST_MIDDLE ? term.indexOf(part) : -1;
        if (at >= 0 && term.endsWith(part)) {
            at = term.length() - part.length();
        }
        for (int i = at; at >= 0 && i < at + part.length(); i++) {
            covered[i] = true;
        }
    }

    private static double share(boolean[] covered) {
        int count = 0;
        for (boolean letter : covered) {
            count += letter ? 1 : 0;
        }
        return covered.length == 0 ? 0 : (double) count / covered.length;
    }

    private static boolean isTypo(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        if (shorter < SHORTEST_TYPO
                || Math.abs(one.length() - other.length()) > 1
                || one.charAt(0) != other.charAt(0)) {
            return false;
        }
        return distance(one, other) <= (shorter >= LONG ? 2 : 1);
    }

    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(before[j - 1] + change, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[other.length()];
    }
}
