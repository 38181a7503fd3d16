package io.smartchat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTypeDetectorTest {

    @ParameterizedTest
    @CsvSource({
        "a.pdf, %PDF-1.7 and more, PDF",
        "no-extension, %PDF-1.4, PDF",
        "wrong.txt, %PDF-1.4, PDF",
        "a.txt, plain words, TXT",
        "readme.md, # Heading, TXT",
        "no-extension, plain words, TXT",
        "about.txt, A PDF begins with %PDF-1.7, TXT",
        "A.CSV, 'a;b', CSV",
        "a.tsv, words, CSV"
    })
    void detectShouldGoByContentAndAskTheNameOnlyAboutText(String name, String content, SourceType type) {
        assertThat(SourceTypeDetector.detect(name, content.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16LE",
        "UTF-16BE",
        "UTF-16",
        "X-UTF-32BE-BOM",
        "X-UTF-32LE-BOM",
        "windows-1251",
        "Shift_JIS",
        "ISO-2022-JP"
    })
    void detectShouldTakeTextInAnyCharset(String charset) {
        String text = "Plain words. Größe, высота, 高さ.";

        assertThat(SourceTypeDetector.detect("a.txt", text.getBytes(Charset.forName(charset))))
                .isEqualTo(SourceType.TXT);
    }

    @ParameterizedTest
    @CsvSource({
        "picture.pdf, 89504e470d0a1a0a0000000d, PNG",
        "picture.txt, ffd8ffe000104a464946, JPEG",
        "letter.csv, 504b030414000600, Office",
        "letter.doc, d0cf11e0a1b11ae1, Office",
        "a.txt, 7b5c72746631, RTF",
        "tool, 7f454c4602010100, program",
        "noise.txt, 0001020304050607, neither",
        "named.pdf, 48656c6c6f, not one"
    })
    void detectShouldSayWhatAFileIsAndWhatIsAccepted(String name, String hex, String says) {
        assertThatThrownBy(() -> SourceTypeDetector.detect(name, HexFormat.of().parseHex(hex)))
                .isInstanceOfSatisfying(
                        SmartChatException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.UNSUPPORTED_TYPE))
                .hasMessageContaining(name)
                .hasMessageContaining(says)
                .hasMessageContaining("Accepted are PDF");
    }

    @Test
    void detectShouldRefuseAWebPageUntilItsTextCanBeTakenOut() {
        byte[] page = "\n<!DOCTYPE html><html><body>Hi</body></html>".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> SourceTypeDetector.detect("page.html", page))
                .isInstanceOf(SmartChatException.class)
                .hasMessageContaining("web page");
    }
}
