package io.smartchat.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextExtractorTest extends TextExtractorContract {

    private static final String GERMAN = "Die Größe der Tür beträgt über zwei Meter. Prüfen Sie bitte das Maß. "
            + "Öffnen Sie das Fenster und schließen Sie es wieder, bevor Sie gehen.";
    private static final String RUSSIAN = "Высота башни сорок два метра. Вход свободный для всех посетителей. "
            + "Музей открыт каждый день, кроме понедельника.";
    private static final String JAPANESE = "塔の高さは四十二メートルです。入場は無料です。博物館は月曜日を除いて毎日開いています。";

    @Override
    TextExtractor extractor() {
        return new PlainTextExtractor();
    }

    @Override
    byte[] fileWith(List<String> sentences) {
        return String.join("\n\n", sentences).getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ''",
        "UTF-8, efbbbf",
        "UTF-16LE, fffe",
        "UTF-16BE, feff",
        "UTF-16LE, ''",
        "UTF-16BE, ''",
        "UTF-32LE, fffe0000",
        "windows-1252, ''",
        "ISO-8859-1, ''"
    })
    void extractShouldReadGermanInAnyCharset(String charset, String mark) throws IOException {
        assertThat(text(extract(encode(GERMAN, charset, mark)))).isEqualTo(GERMAN);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "windows-1251, ''", "KOI8-R, ''", "UTF-16LE, fffe"})
    void extractShouldReadRussianInAnyCharset(String charset, String mark) throws IOException {
        assertThat(text(extract(encode(RUSSIAN, charset, mark)))).isEqualTo(RUSSIAN);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "Shift_JIS, ''", "EUC-JP, ''", "ISO-2022-JP, ''", "UTF-16BE, feff"})
    void extractShouldReadJapaneseInAnyCharset(String charset, String mark) throws IOException {
        assertThat(text(extract(encode(JAPANESE, charset, mark)))).isEqualTo(JAPANESE);
    }

    @Test
    void extractShouldFindUtf8WhereTheFirstOtherCharacterComesLate() throws IOException {
        String text = "plain ".repeat(15_000) + "Größe";

        assertThat(text(extract(text.getBytes(StandardCharsets.UTF_8)))).endsWith("Größe");
    }

    @Test
    void extractShouldReadUtf8WhoseCharactersStraddleTheBuffer() throws IOException {
        String text = "a" + "ü".repeat(70_000);

        assertThat(text(extract(text.getBytes(StandardCharsets.UTF_8)))).isEqualTo(text);
    }

    @Test
    void extractShouldEvenOutLineEndsAndDropWhatDatabasesRefuse() throws IOException {
        assertThat(text(extract("a\r\nb\rc\u0000\u0007d\u00ade \ufb01t 10²".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("a\nb\ncde fit 10²");
    }

    private static byte[] encode(String text, String charset, String mark) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(HexFormat.of().parseHex(mark));
        out.write(text.getBytes(Charset.forName(charset)));
        return out.toByteArray();
    }
}
