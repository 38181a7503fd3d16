package io.smartchat.chat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The part of a passage that an answer rests on: whole sentences around those that share most words with it. */
final class Snippet {

    private static final int LONGEST = 300;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Snippet() {}

    static String of(String passage, String answer) {
        String text = passage.replaceAll("\\s+", " ").strip();
        if (text.length() <= LONGEST) {
            return text;
        }
        List<String> sentences = sentences(text);
        int first = best(sentences, words(answer));
        StringBuilder shown = new StringBuilder(sentences.get(first));
        int last = first;
        while (last + 1 < sentences.size()
                && shown.length() + sentences.get(last + 1).length() <= LONGEST) {
            last++;
            shown.append(sentences.get(last));
        }
        String part = shown.toString().strip();
        boolean more = last + 1 < sentences.size() || part.length() > LONGEST;
        return (first > 0 ? "… " : "") + cut(part) + (more ? " …" : "");
    }

    private static int best(List<String> sentences, Set<String> answer) {
        int best = 0;
        long most = 0;
        for (int i = 0; i < sentences.size(); i++) {
            long shared =
                    words(sentences.get(i)).stream().filter(answer::contains).count();
            if (shared > most) {
                most = shared;
                best = i;
            }
        }
        return best;
    }

    private static List<String> sentences(String text) {
        BreakIterator borders = BreakIterator.getSentenceInstance(Locale.ROOT);
        borders.setText(text);
        List<String> sentences = new ArrayList<>();
        int start = borders.first();
        for (int end = borders.next(); end != BreakIterator.DONE; end = borders.next()) {
            sentences.add(text.substring(start, end));
            start = end;
        }
        return sentences;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(List.of(NO_WORD.split(text.toLowerCase(Locale.ROOT))));
        words.remove("");
        return words;
    }

    /** A sentence of its own that is too long ends at a word. */
    private static String cut(String part) {
        if (part.length() <= LONGEST) {
            return part;
        }
        int space = part.lastIndexOf(' ', LONGEST);
        int end = space > LONGEST / 2 ? space : part.offsetByCodePoints(0, part.codePointCount(0, LONGEST));
        return part.substring(0, end);
    }
}
