package io.smartchat.knowledge;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Makes a client's file name fit to be stored and shown. */
final class FileNames {

    private static final int MAX = 300;
    private static final int MAX_EXTENSION = 20;

    private FileNames() {}

    /** Without folders, control characters and direction overrides; never blank; at most 300 long, extension kept. */
    static String clean(@Nullable String name) {
        String given = Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFC);
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        StringBuilder clean = new StringBuilder();
        last.codePoints().filter(FileNames::isVisible).forEach(clean::appendCodePoint);
        String stripped = clean.toString().strip();
        return stripped.isEmpty() || stripped.chars().allMatch(c -> c == '.') ? "document" : shorten(stripped);
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> codePoint == '\u200d' || codePoint == '\u200c';
            default -> true;
        };
    }

    private static String shorten(String name) {
        if (name.length() <= MAX) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= MAX_EXTENSION ? name.substring(dot) : "";
        int end = MAX - extension.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + extension;
    }
}
