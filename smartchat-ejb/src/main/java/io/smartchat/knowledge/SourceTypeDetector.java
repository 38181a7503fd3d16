package io.smartchat.knowledge;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Tells what a file is from its first bytes. The name only decides between kinds of text. */
final class SourceTypeDetector {

    /** How many bytes are looked at. */
    static final int HEAD = 16 * 1024;

    private static final int PDF_HEADER_WITHIN = 1024;
    private static final String ACCEPTED = "Accepted are PDF, plain text (TXT) and CSV.";

    private SourceTypeDetector() {}

    static SourceType detect(String filename, byte[] head) {
        String name = filename.toLowerCase(Locale.ROOT);
        if (isPdf(head)) {
            return SourceType.PDF;
        }
        BinaryFormat.of(head).ifPresent(format -> {
            throw unsupported(filename, "is " + format);
        });
        if (name.endsWith(".pdf")) {
            throw unsupported(filename, "is named as a PDF but is not one");
        }
        if (!TextSniffer.looksLikeText(head)) {
            throw unsupported(filename, "is neither a PDF nor text");
        }
        if (isWebPage(head)) {
            throw unsupported(filename, "is a web page (print it to a PDF)");
        }
        return name.endsWith(".csv") || name.endsWith(".tsv") ? SourceType.CSV : SourceType.TXT;
    }

    private static boolean isWebPage(byte[] head) {
        String start =
                new String(head, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    /** Readers accept leading bytes before the header, so some producers write them. */
    private static boolean isPdf(byte[] head) {
        byte[] start = Arrays.copyOf(head, Math.min(head.length, PDF_HEADER_WITHIN));
        return new String(start, StandardCharsets.ISO_8859_1).contains("%PDF-")
                && BinaryFormat.of(head).isEmpty()
                && !startsAsProse(start);
    }

    /** A text about PDF may mention the marker; a PDF has it at the start of a line. */
    private static boolean startsAsProse(byte[] start) {
        int at = new String(start, StandardCharsets.ISO_8859_1).indexOf("%PDF-");
        return at > 0 && start[at - 1] != '\n' && start[at - 1] != '\r' && TextSniffer.looksLikeText(start);
    }

    private static SmartChatException unsupported(String filename, String what) {
        return new SmartChatException(ErrorCode.UNSUPPORTED_TYPE, "“%s” %s. %s".formatted(filename, what, ACCEPTED));
    }
}
