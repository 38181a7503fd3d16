package io.smartchat.knowledge.ingest;

import io.smartchat.knowledge.SourceType;
import java.nio.file.Path;

/** Reads the text of one kind of file. */
interface TextExtractor {

    SourceType type();

    /**
     * @param budget asked again and again while reading; it ends a reading that takes too long or gives too much
     * @throws IngestionException when there is nothing to be had from the file, with the reason
     */
    ExtractedDocument extract(Path file, ExtractionBudget budget);
}
