package io.smartchat.knowledge;

import java.io.InputStream;

/** An uploaded file as it came in. Whoever gets it closes {@code content}. */
public record StoredFile(String filename, SourceType type, long sizeBytes, InputStream content) {}
