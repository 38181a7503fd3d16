package io.smartchat.knowledge.ingest;

import io.smartchat.knowledge.SourceType;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.StringJoiner;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table of which each row becomes a line that reads by itself: {@code Header: value; Header: value}. */
final class CsvExtractor implements TextExtractor {

    private static final int SAMPLE = 64 * 1024;

    @Override
    public SourceType type() {
        return SourceType.CSV;
    }

    @Override
    public ExtractedDocument extract(Path file, ExtractionBudget budget) {
        try (Reader reader = TextDecoder.open(file)) {
            char[] sample = new char[SAMPLE];
            reader.mark(SAMPLE);
            int length = reader.read(sample, 0, SAMPLE);
            reader.reset();
            return parse(reader, CsvDialect.of(new String(sample, 0, Math.max(length, 0))), budget);
        } catch (IOException | UncheckedIOException e) {
            throw new IngestionException(
                    "The CSV can't be read: a quoted cell is not closed or not well formed. Export it again.", e);
        }
    }

    private static ExtractedDocument parse(Reader reader, char delimiter, ExtractionBudget budget) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        StringBuilder text = new StringBuilder();
        try (CSVParser parser =
                CSVParser.builder().setReader(reader).setFormat(format).get()) {
            Iterator<CSVRecord> rows = parser.iterator();
            List<String> header = rows.hasNext() ? cells(rows.next()) : List.of();
            while (rows.hasNext()) {
                String line = line(header, cells(rows.next()));
                budget.spend(line.length() + 1);
                text.append(line.isEmpty() ? "" : line + "\n");
            }
        }
        if (text.isEmpty()) {
            throw new IngestionException("There are no rows in the CSV below its header line.");
        }
        return new ExtractedDocument(List.of(new Section(null, text.toString(), Section.Layout.ROWS)), null);
    }

    private static List<String> cells(CSVRecord row) {
        return row.stream()
                .map(cell -> CleanText.of(cell).replaceAll("\\s+", " ").strip())
                .toList();
    }

    /** A row longer than the header keeps its extra cells, under their column's number. */
    private static String line(List<String> header, List<String> cells) {
        StringJoiner line = new StringJoiner("; ");
        for (int i = 0; i < cells.size(); i++) {
            String name = i < header.size() && !header.get(i).isEmpty() ? header.get(i) : "Column " + (i + 1);
            if (!cells.get(i).isEmpty()) {
                line.add(name + ": " + cells.get(i));
            }
        }
        return line.toString();
    }
}
