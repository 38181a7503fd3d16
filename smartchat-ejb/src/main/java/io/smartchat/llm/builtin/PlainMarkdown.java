package io.smartchat.llm.builtin;

import java.util.regex.Pattern;

/** Writes a document's words so that Markdown shows them as they are; escapes only what would otherwise mean something. */
final class PlainMarkdown {

    private static final Pattern ALWAYS = Pattern.compile("[\\\\`\\[\\]]");
    private static final Pattern STARS = Pattern.compile("\\*(?! )|(?<! )\\*");
    private static final Pattern UNDERSCORES = Pattern.compile("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");
    private static final Pattern TILDES = Pattern.compile("~~");
    private static final Pattern TAG = Pattern.compile("<(?=[\\p{L}/!?])");
    private static final Pattern ENTITY = Pattern.compile("&(?=#?\\w{1,32};)");
    private static final Pattern LINE_MARK = Pattern.compile("^(?=[#>+=|-])|^(\\d{1,9})(?=[.)](?:\\s|$))");

    private PlainMarkdown() {}

    static String of(String text) {
        String safe = ALWAYS.matcher(text).replaceAll("\\\\$0");
        safe = STARS.matcher(safe).replaceAll("\\\\*");
        safe = UNDERSCORES.matcher(safe).replaceAll("\\\\_");
        safe = TILDES.matcher(safe).replaceAll("\\\\~\\\\~");
        safe = TAG.matcher(safe).replaceAll("\\\\<");
        return ENTITY.matcher(safe).replaceAll("\\\\&");
    }

    /** For escaped text that a line begins with. */
    static String atLineStart(String text) {
        var mark = LINE_MARK.matcher(text);
        if (!mark.find()) {
            return text;
        }
        String number = mark.group(1);
        return number == null ? "\\" + text : number + "\\" + text.substring(number.length());
    }
}
