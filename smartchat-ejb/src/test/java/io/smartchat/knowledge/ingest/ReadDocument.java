package io.smartchat.knowledge.ingest;

import io.smartchat.knowledge.SourceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as the ingestion reads it: extracted and cut into passages by the product's own code. What is named
 * {@code x.pdf.txt} becomes the PDF {@code x.pdf} first, a new page at each line {@code =====}.
 */
public record ReadDocument(String filename, List<Piece> pieces) {

    private static final int LINE = 88;

    /** @param page 1-based, null where the document has none */
    public record Piece(@Nullable Integer page, String text) {}

    public static ReadDocument of(Path file, Path work) throws IOException {
        String name = file.getFileName().toString();
        if (!name.endsWith(".pdf.txt")) {
            return read(file, name, name.endsWith(".csv") ? SourceType.CSV : SourceType.TXT);
        }
        String filename = name.substring(0, name.length() - ".txt".length());
        Path pdf = work.resolve(filename);
        Files.write(pdf, PdfFiles.withPages(pages(Files.readString(file))));
        return read(pdf, filename, SourceType.PDF);
    }

    private static ReadDocument read(Path file, String filename, SourceType type) {
        ExtractionLimits limits = new ExtractionLimits(2000, 10_000_000, Duration.ofMinutes(5));
        ExtractionBudget budget = new ExtractionBudget(limits, Clock.systemUTC(), () -> {});
        List<Piece> pieces = new DocumentReader()
                .read(file, type, budget).chunks().stream()
                        .map(chunk -> new Piece(chunk.page(), chunk.text()))
                        .toList();
        return new ReadDocument(filename, pieces);
    }

    @SuppressWarnings("unchecked")
    private static List<String>[] pages(String text) {
        return Arrays.stream(text.split("=====\n"))
                .map(page -> page.strip()
                        .lines()
                        .flatMap(line -> wrapped(line).stream())
                        .toList())
                .toArray(List[]::new);
    }

    private static List<String> wrapped(String paragraph) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split(" ")) {
            if (line.length() + word.length() > LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
