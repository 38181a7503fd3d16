package io.smartchat.knowledge.ingest;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects the text of each page in one walk, and spends the budget at every operator and character. */
final class PdfPageStripper extends PDFTextStripper {

    private static final System.Logger LOG = System.getLogger(PdfPageStripper.class.getName());

    /** Operators and characters between two looks at the clock. */
    private static final int STRIDE = 256;

    private final ExtractionBudget budget;
    private final List<Section> sections = new ArrayList<>();
    private final StringWriter page = new StringWriter();
    private int steps;
    private boolean unreadablePage;

    PdfPageStripper(ExtractionBudget budget) {
        this.budget = budget;
        setLineSeparator("\n");
        setParagraphEnd("\n");
        setPageEnd("");
        setArticleEnd("\n");
    }

    List<Section> sections(PDDocument document) throws IOException {
        writeText(document, page);
        return List.copyOf(sections);
    }

    boolean sawUnreadablePage() {
        return unreadablePage;
    }

    /** One broken page does not cost the others. */
    @Override
    public void processPage(PDPage pdPage) throws IOException {
        budget.checkTime();
        page.getBuffer().setLength(0);
        try {
            super.processPage(pdPage);
        } catch (IngestionException | LeaseLostException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            unreadablePage = true;
            LOG.log(System.Logger.Level.INFO, "Page {0} of a PDF can't be read: {1}", getCurrentPageNo(), e);
        }
        String text = PageText.of(page.toString());
        if (!text.isEmpty()) {
            sections.add(new Section(getCurrentPageNo(), text, Section.Layout.PROSE));
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++steps % STRIDE == 0) {
            budget.checkTime();
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        budget.spend(
                text.getUnicode() == null ? 1 : Math.max(1, text.getUnicode().length()));
        super.processTextPosition(text);
    }
}
