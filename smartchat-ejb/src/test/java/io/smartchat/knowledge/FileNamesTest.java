package io.smartchat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.pdf",
        "../../etc/passwd, passwd",
        "C:\\Users\\me\\price list.csv, price list.csv",
        "'  spaced.txt ', spaced.txt",
        "報告書.pdf, 報告書.pdf",
        "Gro\u0308ße.txt, Größe.txt"
    })
    void cleanShouldKeepTheLastPartOfAPath(String given, String clean) {
        assertThat(FileNames.clean(given)).isEqualTo(clean);
    }

    @Test
    void cleanShouldDropWhatIsNotSeenOrTurnsTextRound() {
        assertThat(FileNames.clean("a\u0000b\r\nc\u202efdp.exe\ud800")).isEqualTo("abcfdp.exe");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "/", "..", "a/..", "\u0007"})
    void cleanShouldNameWhatHasNoName(String given) {
        assertThat(FileNames.clean(given)).isEqualTo("document");
    }

    @Test
    void cleanShouldCutToWhatTheColumnHoldsAndKeepTheExtension() {
        assertThat(FileNames.clean("x".repeat(400) + ".pdf")).hasSize(300).endsWith("x.pdf");
        assertThat(FileNames.clean("👍".repeat(400)))
                .hasSizeLessThanOrEqualTo(300)
                .endsWith("👍");
    }
}
