package io.smartchat.knowledge.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of a document in reading order; {@code pageCount} is null for files without pages. */
record ExtractedDocument(List<Section> sections, @Nullable Integer pageCount) {}
