package io.smartchat.knowledge.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a section into passages that a person can read by themselves and an embedding model of 256 word pieces can hold.
 * Passages of prose overlap by a sentence; nothing but white space is left out.
 */
final class Chunker {

    private final ChunkSize size;

    Chunker() {
        this(ChunkSize.DEFAULT);
    }

    Chunker(ChunkSize size) {
        this.size = size;
    }

    List<Chunk> chunk(Section section) {
        ChunkSize fitting = size.forText(section.text());
        return section.layout() == Section.Layout.ROWS
                ? rows(section, fitting)
                : prose(section, 0, section.text().length(), fitting);
    }

    private static List<Chunk> prose(Section section, int from, int to, ChunkSize size) {
        Borders borders = new Borders(section.text(), size);
        List<Chunk> chunks = new ArrayList<>();
        int start = from;
        while (to - start > size.max()) {
            int end = borders.end(start, to);
            add(chunks, section, start, end);
            start = borders.nextStart(start, end);
        }
        add(chunks, section, start, to);
        return chunks;
    }

    /** As many whole lines as fit; a line longer than that is cut as prose. */
    private static List<Chunk> rows(Section section, ChunkSize size) {
        String text = section.text();
        List<Chunk> chunks = new ArrayList<>();
        int start = 0;
        int end = 0;
        while (end < text.length()) {
            int newline = text.indexOf('\n', end);
            int lineEnd = newline < 0 ? text.length() : newline + 1;
            if (lineEnd - start > size.max() && end > start) {
                add(chunks, section, start, end);
                start = end;
            }
            if (lineEnd - start > size.max()) {
                chunks.addAll(prose(section, start, lineEnd, size));
                start = lineEnd;
            }
            end = lineEnd;
        }
        add(chunks, section, start, end);
        return chunks;
    }

    private static void add(List<Chunk> chunks, Section section, int start, int end) {
        String text = section.text();
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            chunks.add(new Chunk(section.page(), from, to, text.substring(from, to)));
        }
    }
}
