package io.smartchat.chat;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of an answer that still grows. A chunk is cut when somebody takes it: what came while nobody could take anything
 * is one chunk. No cut goes through a character, and what neither a database nor a frame can carry is replaced.
 */
final class AnswerText {

    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> ends = new ArrayList<>();

    int length() {
        return text.length();
    }

    int lastSeq() {
        return ends.size();
    }

    void append(String delta) {
        if (isPlain(delta) && !endsInHalf()) {
            text.append(delta);
            return;
        }
        for (int i = 0; i < delta.length(); i++) {
            append(delta.charAt(i));
        }
    }

    /** Cuts what is new off as a chunk, if anything is. */
    void cut() {
        int end = endsInHalf() ? text.length() - 1 : text.length();
        if (end > end(ends.size())) {
            ends.add(end);
        }
    }

    /** Nothing more will come: half a character at the end stays half. */
    void close() {
        if (endsInHalf()) {
            text.setCharAt(text.length() - 1, REPLACEMENT);
        }
        cut();
    }

    String chunk(int seq) {
        return text.substring(end(seq - 1), end(seq));
    }

    /** Where chunk {@code seq} ends; 0 for the place before the first. */
    int end(int seq) {
        int last = Math.min(seq, ends.size());
        return last == 0 ? 0 : ends.get(last - 1);
    }

    /** The chunks that were cut. */
    AnswerSoFar soFar() {
        return new AnswerSoFar(text.substring(0, end(ends.size())), List.copyOf(ends));
    }

    private void append(char c) {
        boolean pairs = endsInHalf() && Character.isLowSurrogate(c);
        if (endsInHalf() && !pairs) {
            text.setCharAt(text.length() - 1, REPLACEMENT);
        }
        boolean lonely = Character.isLowSurrogate(c) && !pairs;
        text.append(lonely || c == 0 ? REPLACEMENT : c);
    }

    private boolean endsInHalf() {
        return text.length() > 0 && Character.isHighSurrogate(text.charAt(text.length() - 1));
    }

    private static boolean isPlain(String delta) {
        for (int i = 0; i < delta.length(); i++) {
            char c = delta.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
