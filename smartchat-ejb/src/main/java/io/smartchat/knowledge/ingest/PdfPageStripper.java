package io.smartchat.knowledge.ingest;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects the text of each page in one walk, and spends the budget at every operator and character. */
final class PdfPageStripper extends PDFTextStripper {

    private static final System.Logger LOG = System.getLogger(PdfPageStripper.class.getName());

    /** Operators and characters between two looks at the clock. */
    private static final int STRIDE = 256;

    /** Drawings of shared parts in one document, counted through parts that draw parts. */
    private static final int MAX_FORMS = 100_000;

    private final ExtractionBudget budget;
    private final List<Section> sections = new ArrayList<>();
    private final Deque<COSStream> open = new ArrayDeque<>();
    private final StringWriter page = new StringWriter();
    private int steps;
    private int forms;
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
        open.clear();
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
    protected void writePage() throws IOException {
        setDropThreshold(LineSpacing.paragraphGap(charactersByArticle));
        super.writePage();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++steps % STRIDE == 0) {
            budget.checkTime();
        }
        super.processOperator(operator, operands);
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        if (enter(form)) {
            super.showForm(form);
            open.pop();
        }
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
        if (enter(group)) {
            super.showTransparencyGroup(group);
            open.pop();
        }
    }

    /** A part that draws itself is not drawn again, and parts that draw others twice each end before they fill the day. */
    private boolean enter(PDFormXObject form) {
        if (++forms > MAX_FORMS) {
            throw new IngestionException(
                    "The PDF draws too many nested parts to be read. Print it to a new PDF and upload that.");
        }
        COSStream stream = form.getCOSObject();
        if (open.stream().anyMatch(outer -> outer == stream)) {
            return false;
        }
        open.push(stream);
        return true;
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        budget.spend(
                text.getUnicode() == null ? 1 : Math.max(1, text.getUnicode().length()));
        super.processTextPosition(text);
    }
}
