package io.smartchat.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartchat.knowledge.SourceType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PdfExtractorTest extends TextExtractorContract {

    @Override
    TextExtractor extractor() {
        return new PdfExtractor();
    }

    @Override
    byte[] fileWith(List<String> sentences) throws IOException {
        return PdfFiles.withPages(sentences);
    }

    @Test
    void extractShouldKeepPagesAndSkipEmptyOnes() throws IOException {
        ExtractedDocument document =
                extract(PdfFiles.withPages(List.of("First page."), List.of(), List.of("Third page.")));

        assertThat(document.pageCount()).isEqualTo(3);
        assertThat(document.sections())
                .containsExactly(
                        new Section(1, "First page.", Section.Layout.PROSE),
                        new Section(3, "Third page.", Section.Layout.PROSE));
    }

    @Test
    void extractShouldMakeRunningTextOfWrappedLines() throws IOException {
        ExtractedDocument document = extract(PdfFiles.withPages(List.of(
                "Annual report",
                "",
                "This is the first paragraph of the report, which goes on over several li-",
                "nes of about the same length, since it is justified text that was wrapped",
                "by the program that made it.",
                "",
                "The list that follows is long enough to need a second line before it ends",
                "and it has two items:",
                "- item one",
                "- item two")));

        assertThat(text(document)).isEqualTo("""
                        Annual report

                        This is the first paragraph of the report, which goes on over several lines of about the same \
                        length, since it is justified text that was wrapped by the program that made it.

                        The list that follows is long enough to need a second line before it ends and it has two items:
                        - item one
                        - item two""");
    }

    @ParameterizedTest
    @ValueSource(floats = {12, 14, 16.5f, 19, 22})
    void extractShouldKeepAParagraphWholeHoweverItsLinesAreSpaced(float leading) throws IOException {
        ExtractedDocument document = extract(PdfFiles.spaced(
                leading,
                List.of(
                        "Brakes",
                        "",
                        "Look at the pads once a month. They must be replaced when less of the lining is",
                        "left than a millimetre, which most riders reach after some three thousand of the",
                        "kilometres that they ride.",
                        "",
                        "The parking brake is the red knob below the left grip of the handlebars, and it",
                        "locks the front wheel only.")));

        assertThat(text(document)).isEqualTo("""
                        Brakes

                        Look at the pads once a month. They must be replaced when less of the lining is \
                        left than a millimetre, which most riders reach after some three thousand of the \
                        kilometres that they ride.

                        The parking brake is the red knob below the left grip of the handlebars, and it \
                        locks the front wheel only.""");
    }

    @Test
    void extractShouldSayThatAPdfIsEncrypted() throws IOException {
        byte[] pdf = PdfFiles.encrypted("secret", List.of("Hidden."));

        assertThatThrownBy(() -> extract(pdf))
                .isInstanceOf(IngestionException.class)
                .hasMessageStartingWith("The PDF is encrypted.");
    }

    @Test
    void extractShouldReadAPdfThatOnlyRestrictsChanges() throws IOException {
        assertThat(text(extract(PdfFiles.encrypted("", List.of("Readable by anyone.")))))
                .isEqualTo("Readable by anyone.");
    }

    @Test
    void extractShouldSayThatAPdfIsEncryptedForACertificate() {
        byte[] pdf = PdfFiles.raw(
                "/Encrypt << /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s4 /V 1 /R 1 /Recipients [<00>] >>",
                PdfFiles.CATALOG,
                PdfFiles.ONE_PAGE,
                "<< /Type /Page /Parent 2 0 R >>");

        assertThatThrownBy(() -> extract(pdf)).isInstanceOf(IngestionException.class);
    }

    @Test
    void extractShouldSayThatAPdfSeemsToBeScanned() throws IOException {
        byte[] pdf = PdfFiles.imageOnly();

        assertThatThrownBy(() -> extract(pdf))
                .isInstanceOf(IngestionException.class)
                .hasMessageContaining("it seems to be scanned images");
    }

    @Test
    void extractShouldRefuseMorePagesThanAllowed() throws IOException {
        List<String> page = List.of("A page.");
        byte[] pdf = PdfFiles.withPages(page, page, page, page, page, page);

        assertThatThrownBy(() -> extract(pdf))
                .isInstanceOf(IngestionException.class)
                .hasMessageContaining("6 pages; at most 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7", "%PDF-1.7\n%%EOF", "%PDF-1.4\n1 0 obj\n<<", "%PDF-", "\u0000\u0001\u0002"})
    void extractShouldSayThatAPdfIsBroken(String bytes) {
        assertThatThrownBy(() -> extract(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(IngestionException.class)
                .hasMessageStartingWith("The PDF");
    }

    @Test
    void extractShouldEndOnAPageTreeThatIsItsOwnChild() {
        byte[] pdf = PdfFiles.raw("", PdfFiles.CATALOG, "<< /Type /Pages /Kids [2 0 R] /Count 3 >>");

        assertThatThrownBy(() -> extract(pdf)).isInstanceOf(IngestionException.class);
    }

    @Test
    void extractShouldEndOnAFormThatDrawsItself() {
        byte[] pdf = PdfFiles.raw(
                "",
                PdfFiles.CATALOG,
                PdfFiles.ONE_PAGE,
                "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>",
                PdfFiles.stream("", "/F Do"),
                PdfFiles.stream(
                        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>",
                        "/F Do /F Do"));

        assertThatThrownBy(() -> extract(pdf)).isInstanceOf(IngestionException.class);
    }

    @Test
    void extractShouldEndOnFormsThatDoubleAtEachLevel() {
        List<String> objects = new ArrayList<>(List.of(
                PdfFiles.CATALOG,
                PdfFiles.ONE_PAGE,
                "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>",
                PdfFiles.stream("", "/F Do")));
        for (int next = 6; next < 46; next++) {
            objects.add(PdfFiles.stream(
                    "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F %d 0 R >> >>"
                            .formatted(next),
                    "/F Do /F Do"));
        }
        byte[] pdf = PdfFiles.raw("", objects.toArray(String[]::new));

        assertThatThrownBy(() -> extract(pdf))
                .isInstanceOf(IngestionException.class)
                .hasMessageContaining("nested");
    }

    @Test
    void extractShouldRefuseAStreamThatSwells() throws IOException {
        byte[] pdf = PdfFiles.raw(
                "",
                PdfFiles.CATALOG,
                PdfFiles.ONE_PAGE,
                "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
                PdfFiles.swellingStream(300));
        assertThat(pdf).hasSizeLessThan(2 * 1024 * 1024);

        assertThatThrownBy(() -> extract(pdf))
                .isInstanceOf(IngestionException.class)
                .hasMessageContaining("unpacks to more than 64 MiB");
    }

    @Test
    void readingShouldSurviveNestingThatOverflowsTheStack() throws IOException {
        byte[] pdf = PdfFiles.raw("", "<< /Type /Catalog /Pages " + "[".repeat(200_000) + " >>");
        Path file = Files.write(folder.resolve("deep.pdf"), pdf);

        assertThatThrownBy(() -> new DocumentReader().read(file, SourceType.PDF, budget(1000, () -> {})))
                .isInstanceOf(IngestionException.class);
    }
}
