package io.smartchat.knowledge;

import java.util.HexFormat;
import java.util.List;

/** Tells text in any charset from binary data. */
final class TextSniffer {

    private static final int WIDE_SAMPLE = 4;

    /** Of UTF-8, UTF-16 (and, beginning alike, UTF-32) in either order. */
    private static final List<String> MARKS = List.of("efbbbf", "fffe", "feff", "0000feff");

    private TextSniffer() {}

    static boolean looksLikeText(byte[] head) {
        return hasByteOrderMark(head) || isWide(head) || isNarrow(head);
    }

    private static boolean hasByteOrderMark(byte[] head) {
        String start = HexFormat.of().formatHex(head, 0, Math.min(head.length, 4));
        return MARKS.stream().anyMatch(start::startsWith);
    }

    /** UTF-16 without a mark: NULs on one side of the pairs only, and often. */
    private static boolean isWide(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                zeros[i % 2]++;
            }
        }
        int most = Math.max(zeros[0], zeros[1]);
        return head.length >= WIDE_SAMPLE && Math.min(zeros[0], zeros[1]) == 0 && most * 5 >= head.length;
    }

    private static boolean isNarrow(byte[] head) {
        int odd = 0;
        for (byte b : head) {
            if (b == 0) {
                return false;
            }
            if (isUnusualControl(b & 0xff)) {
                odd++;
            }
        }
        return odd * 100 <= head.length;
    }

    /** ISO-2022 charsets need ESC; old text files have form feeds and an end-of-file mark. */
    private static boolean isUnusualControl(int b) {
        return b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b && b != 0x1a || b == 0x7f;
    }
}
