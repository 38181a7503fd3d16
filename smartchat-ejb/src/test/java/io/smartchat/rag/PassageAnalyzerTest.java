package io.smartchat.rag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassageAnalyzerTest {

    private final PassageAnalyzer analyzer = new PassageAnalyzer();

    @ParameterizedTest
    @CsvSource({
        "The gardener's trees, gardener tree",
        "running, runs",
        "Straße, STRASSE",
        "Häuser, Haus",
        "книгами, книга",
        "والكتاب, كتاب",
        "ﬁle, file",
        "１２３, 123",
        "पेड़ों, पेड़"
    })
    void formsOfAWordShareATerm(String form, String other) {
        assertThat(analyzer.terms(form)).containsAnyElementsOf(analyzer.terms(other));
    }

    @Test
    void keepsOrderAndDuplicates() {
        assertThat(analyzer.terms("Pear, apple; PEAR!")).containsExactly("pear", "appl", "pear");
    }

    @Test
    void foldsAndCutsThaiByItsWordsAndChineseIntoPairs() {
        assertThat(analyzer.terms("อากาศร้อน")).containsExactly("อากาศ", "รอน");
        assertThat(analyzer.terms("苹果树")).containsExactly("苹果", "果树");
    }

    @Test
    void keepsNumbersAndProductCodes() {
        assertThat(analyzer.terms("Model X200, 4.5 kg")).containsExactly("model", "x200", "4.5", "kg");
    }

    @Test
    void hasNoTermsForTextWithoutWords() {
        assertThat(List.of("", "  \n", "?! — …", "\u0000"))
                .allSatisfy(text -> assertThat(analyzer.terms(text)).isEmpty());
    }
}
