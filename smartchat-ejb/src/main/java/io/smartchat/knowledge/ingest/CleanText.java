package io.smartchat.knowledge.ingest;

import java.text.Normalizer;

/** Text fit to be stored, searched and shown, whatever the file held. */
final class CleanText {

    private static final String LATIN_LIGATURES = "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06";

    private CleanText() {}

    /**
     * Line ends become {@code \n}, presentation forms the letters they stand for, composed where possible (NFC). Other
     * compatibility characters stay: NFKC would turn 10² into 102. Controls, NULs, soft hyphens and lone surrogates, which
     * databases refuse or searches stumble over, go.
     */
    static String of(String raw) {
        StringBuilder clean = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r') {
                clean.append('\n');
                i += i < raw.length() && raw.charAt(i) == '\n' ? 1 : 0;
            } else {
                append(clean, c);
            }
        }
        return Normalizer.normalize(clean, Normalizer.Form.NFC);
    }

    private static void append(StringBuilder clean, int c) {
        switch (c) {
            case '\n', '\t' -> clean.append((char) c);
            case '\f', '\u000b', '\u0085', '\u2028' -> clean.append('\n');
            case '\u2029' -> clean.append("\n\n");
            case '\u00a0', '\u202f', '\u2007' -> clean.append(' ');
            case '\u00ad', '\ufeff', '\u200b' -> {}
            default -> {
                if (isPresentationForm(c)) {
                    clean.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
                } else if (isStorable(c)) {
                    clean.appendCodePoint(c);
                }
            }
        }
    }

    private static boolean isPresentationForm(int c) {
        return LATIN_LIGATURES.indexOf(c) >= 0
                || c >= 0xfb13 && c <= 0xfb17
                || c >= 0xfb50 && c <= 0xfdff
                || c >= 0xfe70 && c <= 0xfefc;
    }

    private static boolean isStorable(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.SURROGATE;
    }
}
