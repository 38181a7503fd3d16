package io.smartchat.knowledge.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks for small streams that swell to a size the server has no memory for. PDFBox unpacks a stream as a whole, so this
 * has to be known before. Images are left out: nothing unpacks them here.
 */
final class PdfBombCheck {

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int DICTIONARY = 2048;
    private static final int MAX_UNPACKED = 64 * 1024 * 1024;

    private final ExtractionBudget budget;
    private final byte[] scratch = new byte[64 * 1024];

    PdfBombCheck(ExtractionBudget budget) {
        this.budget = budget;
    }

    void check(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            for (int at = 0; at + STREAM.length < bytes.limit(); at++) {
                if (bytes.get(at) == 's' && isStream(bytes, at) && !isImage(bytes, at)) {
                    at = Math.max(at, unpack(bytes, at + STREAM.length) - 1);
                }
            }
        }
    }

    private static boolean isStream(ByteBuffer bytes, int at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (bytes.get(at + i) != STREAM[i]) {
                return false;
            }
        }
        byte after = bytes.get(at + STREAM.length);
        return (after == '\r' || after == '\n' || after == ' ') && (at == 0 || bytes.get(at - 1) != 'd');
    }

    private static boolean isImage(ByteBuffer bytes, int at) {
        byte[] before = new byte[Math.min(at, DICTIONARY)];
        bytes.get(at - before.length, before);
        String text = new String(before, StandardCharsets.ISO_8859_1);
        return text.substring(Math.max(0, text.lastIndexOf(" obj"))).matches("(?s).*/Subtype\\s*/Image\\b.*");
    }

    /** @return where the packed bytes end, or {@code from} if they are none */
    private int unpack(ByteBuffer bytes, int from) {
        int start = from;
        while (start < bytes.limit()
                && (bytes.get(start) == '\r' || bytes.get(start) == '\n' || bytes.get(start) == ' ')) {
            start++;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes.slice(start, bytes.limit() - start));
            while (!inflater.finished() && inflater.inflate(scratch) > 0) {
                if (inflater.getBytesWritten() > MAX_UNPACKED) {
                    throw new IngestionException("The PDF holds a stream that unpacks to more than %d MiB."
                                    .formatted(MAX_UNPACKED / (1024 * 1024))
                            + " Print it to a new PDF, or split it, and upload that.");
                }
                budget.checkTime();
            }
            return start + (int) inflater.getBytesRead();
        } catch (DataFormatException notPacked) {
            return from;
        } finally {
            inflater.end();
        }
    }
}
