package io.smartchat.chat;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the first sentence of a text that still grows is over. Its marks belong to it, also behind the full stop. */
final class SentenceEnd {

    static final int NOT_YET = -1;

    private static final int LONGEST = 2000;
    private static final String STOPS = ".!?…";
    private static final String WIDE_STOPS = "。！？";
    private static final String CLOSING = "\"'”’»)*_";
    private static final Pattern MARKS = Pattern.compile("\\G[ ]*\\[[0-9, ]+]");
    private static final Pattern OPEN_MARK = Pattern.compile("\\G[ ]*(\\[[0-9, ]*)?\\z");
    private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}\\p{N}]+)$");
    private static final Set<String> ABBREVIATIONS = Set.of(
            "dr", "mr", "mrs", "ms", "st", "nr", "no", "vs", "ca", "bzw", "inkl", "ggf", "zzgl", "max", "min", "approx",
            "incl", "str", "tel", "art", "abs", "prof", "fig", "vol", "sr", "sra");

    private SentenceEnd() {}

    /** @return the offset behind the sentence and its marks, before any white space; {@link #NOT_YET} if it may go on */
    static int in(String text, boolean nothingFollows) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return i;
            }
            if (STOPS.indexOf(c) >= 0 || WIDE_STOPS.indexOf(c) >= 0) {
                int end = behindStop(text, i, nothingFollows);
                if (end != 0) {
                    return end;
                }
            }
        }
        return nothingFollows || text.length() > LONGEST ? text.length() : NOT_YET;
    }

    /** @return 0 if the sentence does not end at this stop */
    private static int behindStop(String text, int stop, boolean nothingFollows) {
        int end = stop + 1;
        while (end < text.length()
                && (CLOSING.indexOf(text.charAt(end)) >= 0 || STOPS.indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        Matcher marks = MARKS.matcher(text);
        boolean marked = false;
        while (marks.find(end)) {
            end = marks.end();
            marked = true;
        }
        if (OPEN_MARK.matcher(text).find(end)) {
            return nothingFollows ? text.length() : NOT_YET;
        }
        boolean wide = WIDE_STOPS.indexOf(text.charAt(stop)) >= 0;
        boolean apart = Character.isWhitespace(text.charAt(end));
        boolean abbreviated = text.charAt(stop) == '.' && !marked && isAbbreviation(text.substring(0, stop));
        return wide || marked || (apart && !abbreviated) ? end : 0;
    }

    /** Also an initial, and a short number: "3. May" and "1. first" go on. */
    private static boolean isAbbreviation(String before) {
        Matcher last = LAST_WORD.matcher(before);
        if (!last.find()) {
            return false;
        }
        String word = last.group(1).toLowerCase(java.util.Locale.ROOT);
        return ABBREVIATIONS.contains(word)
                || (word.length() == 1 && Character.isLetter(word.charAt(0)))
                || word.matches("\\d{1,2}");
    }
}
