package io.smartchat.knowledge.ingest;

import io.smartchat.knowledge.SourceType;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From a file to its passages. */
@Dependent
class DocumentReader {

    /** @param pageCount null for files without pages */
    record Reading(List<Chunk> chunks, @Nullable Integer pageCount) {}

    private final Map<SourceType, TextExtractor> extractors;
    private final Chunker chunker = new Chunker();

    @Inject
    DocumentReader() {
        this(List.of(new PdfExtractor(), new PlainTextExtractor(), new CsvExtractor()));
    }

    DocumentReader(List<TextExtractor> extractors) {
        this.extractors = extractors.stream().collect(Collectors.toMap(TextExtractor::type, Function.identity()));
    }

    /** @throws IngestionException also where a file makes the reader run out of memory or stack: it would again */
    Reading read(Path file, SourceType type, ExtractionBudget budget) {
        try {
            ExtractedDocument document = extractors.get(type).extract(file, budget);
            List<Chunk> chunks = document.sections().stream()
                    .flatMap(section -> chunker.chunk(section).stream())
                    .toList();
            if (chunks.isEmpty()) {
                throw new IngestionException("There is no text in the file.");
            }
            return new Reading(chunks, document.pageCount());
        } catch (StackOverflowError e) {
            throw new IngestionException("The file is nested too deeply to be read. Export it again and retry.", e);
        } catch (OutOfMemoryError e) {
            throw new IngestionException(
                    "Reading the file takes more memory than the server has. Split it and upload the parts.", e);
        }
    }
}
