package io.smartchat.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** The documents the tests ask about: those of a made-up maker of cargo bicycles, and PDFs of any text. */
final class Documents {

    private static final PDType1Font FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private static final float SIZE = 11;
    private static final float MARGIN = 60;
    private static final float LINE = 16;

    private Documents() {}

    /** Twelve pages, a chapter on each. */
    static TestFile handbook() {
        return sample("torvald-handbook.pdf", "application/pdf");
    }

    static TestFile ferryNotes() {
        return sample("ferry-timetable-notes.txt", "text/plain");
    }

    static TestFile accessories() {
        return sample("accessories.csv", "text/csv");
    }

    static byte[] pdf(List<String> pages) {
        return saved(pages, document -> {});
    }

    /** A PDF that opens only with its password. */
    static byte[] encryptedPdf(String page) {
        return saved(
                List.of(page),
                document -> document.protect(
                        new StandardProtectionPolicy("owner password", "reader password", new AccessPermission())));
    }

    private interface Finish {
        void apply(PDDocument document) throws IOException;
    }

    private static byte[] saved(List<String> pages, Finish finish) {
        try (PDDocument document = new PDDocument()) {
            for (String page : pages) {
                addPage(document, page);
            }
            finish.apply(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addPage(PDDocument document, String text) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            out.beginText();
            out.setFont(FONT, SIZE);
            out.setLeading(LINE);
            out.newLineAtOffset(MARGIN, page.getMediaBox().getHeight() - MARGIN);
            for (String paragraph : text.split("\n")) {
                for (String line : lines(paragraph, page.getMediaBox().getWidth() - 2 * MARGIN)) {
                    out.showText(line);
                    out.newLine();
                }
                out.newLine();
            }
            out.endText();
        }
    }

    private static List<String> lines(String paragraph, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split(" ")) {
            if (!line.isEmpty() && FONT.getStringWidth(line + " " + word) / 1000 * SIZE > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** One of the documents a newcomer is given to try. */
    private static TestFile sample(String name, String mediaType) {
        try {
            Path file = Build.module().resolveSibling("docs").resolve("samples").resolve(name);
            return new TestFile(name, mediaType, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
