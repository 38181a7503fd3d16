package io.smartchat.llm.builtin;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Sentence boundaries that abbreviations and numbers don't mislead. */
final class Sentences {

    private static final ULocale WITH_ABBREVIATIONS = ULocale.forLanguageTag("en-u-ss-standard");
    private static final Pattern ABBREVIATED = Pattern.compile(
            "(?:^|.*[\\s(])(?:e\\.g|i\\.e|etc|approx|No|Nr|Art|Abs|Dr|Mr|Mrs|Ms|Prof|St|vs|Inc|Ltd|Co|ca|bzw|usw|inkl|zzgl|"
                    + "max|min|evtl|ggf|Std|Tel|z\\. ?B|d\\. ?h|u\\. ?a|p\\. ?ej|env|\\p{Lu}|\\d{1,2})\\.");

    private Sentences() {}

    static List<String> of(String paragraph) {
        BreakIterator boundaries = BreakIterator.getSentenceInstance(WITH_ABBREVIATIONS);
        boundaries.setText(paragraph);
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
            String piece = paragraph.substring(start, end).strip();
            boolean last = end == paragraph.length();
            if (last || !goesOn(piece, paragraph.substring(end))) {
                if (!piece.isEmpty()) {
                    sentences.add(piece.replaceAll("\\s+", " "));
                }
                start = end;
            }
        }
        return sentences;
    }

    private static boolean goesOn(String piece, String rest) {
        String next = rest.stripLeading();
        return (!next.isEmpty() && Character.isLowerCase(next.codePointAt(0)))
                || ABBREVIATED.matcher(piece).matches();
    }
}
