package io.smartchat.knowledge.ingest;

import io.smartchat.knowledge.SourceType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Text of a PDF, page by page. */
final class PdfExtractor implements TextExtractor {

    private static final String ENCRYPTED =
            "The PDF is encrypted. Remove its password (print it to a new PDF, for example) and upload that.";
    private static final String BROKEN =
            "The PDF is broken and can't be read. Open it in a PDF viewer, save it again and upload that.";
    private static final String SCANNED = "There is no text in the PDF: it seems to be scanned images."
            + " Run text recognition (OCR) on it and upload the result.";

    @Override
    public SourceType type() {
        return SourceType.PDF;
    }

    @Override
    public ExtractedDocument extract(Path file, ExtractionBudget budget) {
        budget.checkTime();
        try (PDDocument document = open(file, budget)) {
            return extract(document, budget);
        } catch (InvalidPasswordException e) {
            throw new IngestionException(ENCRYPTED, e);
        } catch (IngestionException | LeaseLostException e) {
            throw e;
        } catch (NoClassDefFoundError e) {
            // PDFBox needs a library we do not ship only for PDFs encrypted for a certificate.
            throw new IngestionException(ENCRYPTED, e);
        } catch (IOException | RuntimeException e) {
            // On malformed files PDFBox throws any runtime exception; the same bytes would do it again.
            throw new IngestionException(BROKEN, e);
        }
    }

    /** An empty password opens what only its changing is protected of. */
    private static PDDocument open(Path file, ExtractionBudget budget) throws IOException {
        new PdfBombCheck(budget).check(file);
        return Loader.loadPDF(file.toFile(), "", IOUtils.createTempFileOnlyStreamCache());
    }

    private static ExtractedDocument extract(PDDocument document, ExtractionBudget budget) throws IOException {
        int pages = document.getNumberOfPages();
        if (pages == 0) {
            throw new IngestionException("The PDF has no pages. Save it again and upload that.");
        }
        budget.checkPages(pages);
        PdfPageStripper stripper = new PdfPageStripper(budget);
        List<Section> sections = stripper.sections(document);
        if (sections.isEmpty()) {
            throw new IngestionException(stripper.sawUnreadablePage() ? BROKEN : SCANNED);
        }
        return new ExtractedDocument(sections, pages);
    }
}
