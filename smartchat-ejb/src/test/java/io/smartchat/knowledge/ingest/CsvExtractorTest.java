package io.smartchat.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExtractorTest extends TextExtractorContract {

    @Override
    TextExtractor extractor() {
        return new CsvExtractor();
    }

    @Override
    byte[] fileWith(List<String> sentences) {
        return ("Sentence\n" + String.join("\n", sentences)).getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void extractShouldFindTheDelimiter(String delimiter) throws IOException {
        String csv = "Name,Price,Note\nChair,12,\"light, but strong; | \t\"\nTable,90,\n".replace(",", delimiter);

        assertThat(lines(csv).get(0))
                .startsWith("Name: Chair; Price: 12; Note: light")
                .contains("but strong");
        assertThat(lines(csv).get(1)).isEqualTo("Name: Table; Price: 90");
    }

    @Test
    void extractShouldNotTakeTheDecimalCommaForTheDelimiter() throws IOException {
        assertThat(lines("Artikel;Preis;Gewicht\nStuhl;12,50;4,2\nTisch;90,00;18,7\n"))
                .containsExactly(
                        "Artikel: Stuhl; Preis: 12,50; Gewicht: 4,2", "Artikel: Tisch; Preis: 90,00; Gewicht: 18,7");
    }

    @Test
    void extractShouldReadOneColumn() throws IOException {
        assertThat(lines("City\nParis\nRome\n")).containsExactly("City: Paris", "City: Rome");
    }

    @Test
    void extractShouldKeepAQuotedCellWithLinesInOneRow() throws IOException {
        assertThat(lines("Name,Note\nChair,\"first\nsecond, \"\"quoted\"\"\"\nTable,x\n"))
                .containsExactly("Name: Chair; Note: first second, \"quoted\"", "Name: Table; Note: x");
    }

    @Test
    void extractShouldKeepWhatRaggedRowsHold() throws IOException {
        assertThat(lines("A,,C\n1,2,3,4\n5\n\n,,\n6,7\n"))
                .containsExactly("A: 1; Column 2: 2; C: 3; Column 4: 4", "A: 5", "A: 6; Column 2: 7");
    }

    @Test
    void extractShouldReadWhatASpreadsheetInWindowsWrites() throws IOException {
        byte[] csv = "Größe;Stück\r\n42;7\r\n".getBytes(Charset.forName("windows-1252"));

        assertThat(text(extract(csv))).isEqualTo("Größe: 42; Stück: 7\n");
    }

    @Test
    void extractShouldReadUtf16WithAMark() throws IOException {
        byte[] csv = "\ufeffName\tGröße\nStuhl\t42\n".getBytes(StandardCharsets.UTF_16LE);

        assertThat(text(extract(csv))).isEqualTo("Name: Stuhl; Größe: 42\n");
    }

    @Test
    void extractShouldSayThatThereIsOnlyAHeader() {
        assertThatThrownBy(() -> lines("Name,Price\n"))
                .isInstanceOf(IngestionException.class)
                .hasMessageContaining("no rows");
    }

    @Test
    void extractShouldReadAFileWhoseLastQuoteIsMissing() throws IOException {
        assertThat(lines("Name,Note\nChair,\"open\nTable,x\n"))
                .hasSize(1)
                .first()
                .asString()
                .contains("open");
    }

    private List<String> lines(String csv) throws IOException {
        return text(extract(csv.getBytes(StandardCharsets.UTF_8))).lines().toList();
    }
}
