package io.smartchat.knowledge.ingest;

import io.smartchat.knowledge.SourceType;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Text as it is, in one section without pages. */
final class PlainTextExtractor implements TextExtractor {

    private static final int BUFFER = 16 * 1024;

    @Override
    public SourceType type() {
        return SourceType.TXT;
    }

    @Override
    public ExtractedDocument extract(Path file, ExtractionBudget budget) {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[BUFFER];
        try (Reader reader = TextDecoder.open(file)) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                budget.spend(read);
                text.append(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String clean = CleanText.of(text.toString());
        if (clean.isBlank()) {
            throw new IngestionException("There is no text in the file: it holds only white space.");
        }
        return new ExtractedDocument(List.of(new Section(null, clean, Section.Layout.PROSE)), null);
    }
}
