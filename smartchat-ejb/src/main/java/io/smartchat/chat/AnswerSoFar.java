package io.smartchat.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An answer as it stands, with where each of its chunks ends, so that a resumed reader gets exactly the chunks it missed.
 *
 * @param ends offset in {@code text} behind chunk 1, 2, 3 …
 */
record AnswerSoFar(String text, List<Integer> ends) {

    static AnswerSoFar decode(String text, String encodedEnds) {
        List<Integer> ends = encodedEnds.isEmpty()
                ? List.of()
                : Arrays.stream(encodedEnds.split(","))
                        .map(end -> Integer.valueOf(end, 36))
                        .toList();
        return new AnswerSoFar(text, ends);
    }

    String encodedEnds() {
        StringBuilder encoded = new StringBuilder(ends.size() * 4);
        for (int end : ends) {
            encoded.append(encoded.isEmpty() ? "" : ",").append(Integer.toString(end, 36));
        }
        return encoded.toString();
    }

    int lastSeq() {
        return ends.size();
    }

    /** The chunks behind sequence number {@code after}, in order; the first is number {@code after + 1}. */
    List<String> chunksAfter(int after) {
        List<String> chunks = new ArrayList<>();
        for (int seq = Math.max(0, after); seq < ends.size(); seq++) {
            int start = seq == 0 ? 0 : ends.get(seq - 1);
            chunks.add(text.substring(start, ends.get(seq)));
        }
        return chunks;
    }
}
