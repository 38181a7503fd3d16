package io.smartchat.knowledge.ingest;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** Real PDFs, written when a test needs one. */
final class PdfFiles {

    private static final int FONT_SIZE = 11;
    private static final int LEADING = 14;

    static final String CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
    static final String ONE_PAGE = "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 600 800] >>";

    private PdfFiles() {}

    /** One page for each list, one line for each text; an empty text leaves a gap as between paragraphs. */
    @SafeVarargs
    static byte[] withPages(List<String>... pages) throws IOException {
        try (PDDocument document = document(LEADING, pages)) {
            return bytes(document);
        }
    }

    /** One page, its lines this far apart. */
    static byte[] spaced(float leading, List<String> page) throws IOException {
        try (PDDocument document = document(leading, page)) {
            return bytes(document);
        }
    }

    @SafeVarargs
    static byte[] encrypted(String userPassword, List<String>... pages) throws IOException {
        try (PDDocument document = document(LEADING, pages)) {
            StandardProtectionPolicy policy =
                    new StandardProtectionPolicy("owner", userPassword, new AccessPermission());
            policy.setEncryptionKeyLength(256);
            document.protect(policy);
            return bytes(document);
        }
    }

    @SafeVarargs
    private static PDDocument document(float leading, List<String>... pages) throws IOException {
        PDDocument document = new PDDocument();
        PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        for (List<String> lines : pages) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(font, FONT_SIZE);
                content.newLineAtOffset(60, 780);
                for (String line : lines) {
                    content.showText(line);
                    content.newLineAtOffset(0, line.isEmpty() ? -2.5f * leading : -leading);
                }
                content.endText();
            }
        }
        return document;
    }

    static byte[] imageOnly() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            BufferedImage scan = new BufferedImage(200, 300, BufferedImage.TYPE_BYTE_GRAY);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, scan), 0, 0);
            }
            return bytes(document);
        }
    }

    /** A PDF written by hand; objects are numbered from 1. It has no cross-reference table, which readers rebuild. */
    static byte[] raw(String trailer, String... objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        for (int i = 0; i < objects.length; i++) {
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        pdf.append("trailer\n<< /Root 1 0 R /Size ")
                .append(objects.length + 1)
                .append(' ')
                .append(trailer);
        return pdf.append(" >>\nstartxref\n0\n%%EOF\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static String stream(String dictionary, String content) {
        return "<< %s /Length %d >>\nstream\n%s\nendstream".formatted(dictionary, content.length(), content);
    }

    /** A stream of blanks that unpacks to {@code mebibytes}. */
    static String swellingStream(int mebibytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] blanks = " ".repeat(1024 * 1024).getBytes(StandardCharsets.ISO_8859_1);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < mebibytes; i++) {
                out.write(blanks);
            }
        }
        return stream("/Filter /FlateDecode", packed.toString(StandardCharsets.ISO_8859_1));
    }

    static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
