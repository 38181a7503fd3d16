package io.smartchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportFilterTest {

    private static final String WARRANTY =
            "Every tent comes with a warranty of 36 months. The warranty covers the poles and the seams, but not the"
                    + " wear of the fabric. Send the tent with the receipt to our workshop in Oslo.";
    private static final String SHIPPING = "Shipping within Norway costs 49.00 kroner and takes 3 days.";

    private final List<String> marked = new ArrayList<>();
    private final Support support = new Support("Is there a warranty in 2026?", List.of(WARRANTY, SHIPPING));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tents have a warranty of 36 months [1].",
                "Tents have a warranty of 36 months. [1]",
                "In 2026 too, a tent has a warranty of 36 months [1].",
                "- The poles and seams are covered [1]\n- Shipping costs 49 kroner [2]",
                "Auf das Zelt gibt es eine Garantie von 36 Monaten, auch für die Stangen und für die Nähte [1].",
                "Hello! Thank you for asking.",
                "Would you like to know more?",
                "I don't know: the documents don't say anything about rain.",
                "Das weiß ich leider nicht.",
                "# Warranty and shipping of tents\n\nHere are the terms:",
                "```\nthe moon is made of 7 cheeses.\n```",
                "Ok.",
            })
    void leavesAlone(String answer) {
        assertThat(filtered(answer, answer.length())).isEqualTo(answer);
        assertThat(marked).isEmpty();
    }

    @Test
    void marksWhatNoPassageSays() {
        assertThat(filtered("Tents have a warranty of 36 months [1]. They are made in Portugal. More?", 7))
                .isEqualTo("Tents have a warranty of 36 months [1]. They are made in Portugal. [?] More?");
        assertThat(marked).containsExactly("They are made in Portugal.");
    }

    @Test
    void marksAStatementWhoseCitedPassageSaysSomethingElse() {
        assertThat(filtered("The moon consists of green cheese [2].", 3))
                .isEqualTo("The moon consists of green cheese [2]. [?]");
    }

    @Test
    void marksANumberThatThePassageHasNot() {
        assertThat(filtered("Tents have a warranty of 24 months [1].", 3))
                .isEqualTo("Tents have a warranty of 24 months [1]. [?]");
    }

    @Test
    void isNotTalkedOutOfAMarkByCourtesy() {
        assertThat(filtered("Please note that returns cost 80 kroner. I don't know, but it weighs 12 kilos.", 80))
                .isEqualTo("Please note that returns cost 80 kroner. [?] I don't know, but it weighs 12 kilos. [?]");
    }

    @Test
    void takesWhatAToolFoundForSupport() {
        assertThat(filtered("Your order 4711 is on its way.", 5)).endsWith("[?]");
        support.found("id,state\n4711,sent");
        assertThat(filtered("Your order 4711 is on its way.", 5)).isEqualTo("Your order 4711 is on its way.");
        assertThat(filtered("Your order 4712 is on its way.", 5)).endsWith("[?]");
    }

    @Test
    void releasesASentenceAsSoonAsItIsOver() {
        SupportFilter filter = new SupportFilter(support, marked::add);

        assertThat(filter.accept("They are made in Portugal")).isEmpty();
        assertThat(filter.accept(". The")).isEqualTo("They are made in Portugal. [?] ");
        assertThat(filter.accept(" next")).isEmpty();
        assertThat(filter.end()).startsWith("The next");
    }

    @Test
    void tellsTheSameHoweverTheModelCutsItsWords() {
        String said = "Dr. Berg says 3. May is fine. [1] The poles, e.g. of steel, are covered [1]!\n\n- One [2]\n"
                + "- Two cheeses of 5 kg\n\n```\nx = 1.\n```\n他们在葡萄牙制造。好的。";
        String told = filtered(said, said.length());
        assertThat(told).contains("[?]");
        for (int width = 1; width < said.length(); width++) {
            assertThat(filtered(said, width)).as("in pieces of %d", width).isEqualTo(told);
        }
    }

    @Test
    void noticesAnAnswerThatOnlySaysItDoesNotKnow() {
        SupportFilter ignorant = new SupportFilter(support, marked::add);
        ignorant.accept("Sorry. I don't know.");
        ignorant.end();
        assertThat(ignorant.knewNothing()).isTrue();

        SupportFilter knowing = new SupportFilter(support, marked::add);
        knowing.accept("Tents have a warranty of 36 months [1]. I don't know more.");
        knowing.end();
        assertThat(knowing.knewNothing()).isFalse();
    }

    private String filtered(String said, int width) {
        SupportFilter filter = new SupportFilter(support, marked::add);
        StringBuilder told = new StringBuilder();
        for (int at = 0; at < said.length(); at += width) {
            told.append(filter.accept(said.substring(at, Math.min(said.length(), at + width))));
        }
        return told.append(filter.end()).toString();
    }
}
