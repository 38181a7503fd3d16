package io.smartchat.tool;

/** Text from outside on its way to a model: without characters that hide, reorder or command, and not endless. */
final class ToolText {

    private static final String CUT = "\n… (cut: the result is longer)";

    private ToolText() {}

    /** @param mostCharacters of the text that is kept; a note says where more was */
    static String clean(String text, int mostCharacters) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), mostCharacters));
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (hides(codePoint)) {
                continue;
            }
            if (kept.length() + Character.charCount(codePoint) > mostCharacters) {
                return kept.append(CUT).toString();
            }
            kept.appendCodePoint(codePoint);
        }
        return kept.toString();
    }

    private static boolean hides(int c) {
        return isControl(c) || isBidi(c) || isZeroWidth(c) || isTag(c) || Character.getType(c) == Character.SURROGATE;
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }

    private static boolean isBidi(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C;
    }

    private static boolean isZeroWidth(int c) {
        return (c >= 0x200B && c <= 0x200D)
                || (c >= 0x2060 && c <= 0x2065)
                || c == 0xFEFF
                || c == 0x00AD
                || c == 0x180E;
    }

    private static boolean isTag(int c) {
        return c >= 0xE0000 && c <= 0xE007F;
    }
}
