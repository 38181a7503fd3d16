package io.smartchat.rag;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.llm.EmbeddingProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownLanguageTest {

    private static final EmbeddingProfile ENGLISH = new EmbeddingProfile(1, 384, 0, .4, false);
    private static final EmbeddingProfile MULTILINGUAL = new EmbeddingProfile(2, 384, 0, .4, true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You can return the product within thirty days of delivery.",
                "OPENING HOURS: WE ARE OPEN FROM NINE TO FIVE ON WEEKDAYS",
            })
    void knowsEnglish(String text) {
        assertThat(KnownLanguage.of(text, ENGLISH)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sie können das Produkt innerhalb von dreißig Tagen nach der Lieferung zurückgeben.",
                "Puede devolver el producto dentro de los treinta días siguientes a la entrega.",
                "Вы можете вернуть товар в течение тридцати дней.",
                "يمكنك إرجاع المنتج خلال ثلاثين يوما",
                "8471 9921 0043",
                ""
            })
    void doesNotTakeOtherTextForEnglish(String text) {
        assertThat(KnownLanguage.of(text, ENGLISH)).isFalse();
    }

    @Test
    void takesRowsOfATableForKnownWhileTheyAreAscii() {
        assertThat(KnownLanguage.of("product: Y300 Kettle; price: 39.50\nproduct: Toaster; price: 24.99", ENGLISH))
                .isTrue();
        assertThat(KnownLanguage.of("товар: чайник; цена: 39,50", ENGLISH)).isFalse();
        assertThat(KnownLanguage.of("Hinweis: nur solange der Vorrat reicht", ENGLISH))
                .isFalse();
    }

    @Test
    void aMultilingualModelKnowsAll() {
        assertThat(KnownLanguage.of("Вы можете вернуть товар", MULTILINGUAL)).isTrue();
    }
}
