/**
 * From bytes to embedded chunks: job row, JMS, extractors, chunker. Only this package knows JMS and PDFBox.
 */
@NullMarked
package io.smartchat.knowledge.ingest;

import org.jspecify.annotations.NullMarked;
