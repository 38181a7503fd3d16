package io.smartchat.knowledge.ingest;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.function.IntPredicate;

/** Where a text may be cut, the better places first: between paragraphs, sentences, lines, words, characters. */
final class Borders {

    private static final int LONGEST_HEADING = 80;
    private static final String ENDS_A_SENTENCE = ".!?;,。！？；，、؟۔।…\"”»)";

    private final BreakIterator sentences = BreakIterator.getSentenceInstance(ULocale.ROOT);
    private final BreakIterator words = BreakIterator.getLineInstance(ULocale.ROOT);
    private final BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
    private final String text;
    private final ChunkSize size;

    Borders(String text, ChunkSize size) {
        this.text = text;
        this.size = size;
    }

    /** The best end of a passage that begins at {@code start} in a part that goes on to {@code limit}. */
    int end(int start, int limit) {
        int latest = start + size.target();
        int earliest = start + size.least();
        String window = text.substring(start, Math.min(limit, start + size.max()));
        int end = lastIn(earliest, latest, this::isParagraph);
        if (end < 0) {
            end = last(sentences, unwrapped(window), start, earliest, latest);
        }
        if (end < 0) {
            end = lastIn(earliest, latest, at -> text.charAt(at - 1) == '\n');
        }
        if (end < 0) {
            end = last(words, window, start, earliest, latest);
        }
        if (end < 0) {
            end = last(characters, window, start, start + 1, latest);
        }
        return end < 0 ? latest : beforeHeading(start, end);
    }

    /** Repeats the last sentence or two, if they are short, so that what they say is not torn from what follows. */
    int nextStart(int start, int end) {
        int earliest = Math.max(start + 1, end - size.overlap());
        if (isParagraph(end)) {
            return end;
        }
        String tail = text.substring(start, end);
        BreakIterator iterator = sentences;
        iterator.setText(unwrapped(tail));
        int repeated = iterator.following(earliest - start - 1);
        if (repeated != BreakIterator.DONE && start + repeated < end) {
            return start + repeated;
        }
        if (isSentence(end)) {
            return end;
        }
        int word = firstWord(tail, start, Math.max(earliest, end - size.overlap() / 2), end);
        return word < 0 ? end : word;
    }

    private int firstWord(String tail, int start, int earliest, int end) {
        words.setText(tail);
        int word = words.following(earliest - start - 1);
        return word == BreakIterator.DONE || start + word >= end ? -1 : start + word;
    }

    private boolean isSentence(int at) {
        String before = text.substring(Math.max(0, at - 3), at).strip();
        return !before.isEmpty() && ENDS_A_SENTENCE.indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private boolean isParagraph(int at) {
        return at >= 2 && text.charAt(at - 1) == '\n' && text.charAt(at - 2) == '\n';
    }

    private int lastIn(int earliest, int latest, IntPredicate isBorder) {
        for (int at = Math.min(latest, text.length()); at >= earliest; at--) {
            if (isBorder.test(at)) {
                return at;
            }
        }
        return -1;
    }

    private static int last(BreakIterator borders, String window, int start, int earliest, int latest) {
        borders.setText(window);
        int at = borders.preceding(Math.min(latest - start + 1, window.length()));
        return at == BreakIterator.DONE || start + at < earliest ? -1 : start + at;
    }

    /** A single line end does not end a sentence; the copy has the same length. */
    private static String unwrapped(String text) {
        StringBuilder copy = new StringBuilder(text);
        for (int i = 1; i + 1 < copy.length(); i++) {
            if (text.charAt(i) == '\n' && text.charAt(i - 1) != '\n' && text.charAt(i + 1) != '\n') {
                copy.setCharAt(i, ' ');
            }
        }
        return copy.toString();
    }

    /** A heading goes with what it is the heading of. */
    private int beforeHeading(int start, int end) {
        int lineEnd = end;
        while (lineEnd > start && Character.isWhitespace(text.charAt(lineEnd - 1))) {
            lineEnd--;
        }
        int lineStart = text.lastIndexOf('\n', lineEnd - 1) + 1;
        boolean own = lineEnd < end && text.charAt(lineEnd) == '\n' && lineStart > start + 1;
        boolean isHeading = own
                && lineEnd - lineStart <= LONGEST_HEADING
                && ENDS_A_SENTENCE.indexOf(text.charAt(lineEnd - 1)) < 0
                && (text.charAt(lineStart) == '#' || isParagraph(lineStart));
        return isHeading && lineStart > start + size.least() / 2 ? lineStart : end;
    }
}
