package io.smartchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnippetTest {

    private static final String PASSAGE = "The Torvald 3 has hydraulic disc brakes at both wheels. "
            + "The right lever works the rear brake, the left lever the front one. "
            + "New pads need to be bedded in: ride to a quiet street and brake thirty times. "
            + "The brake fluid is mineral oil; any other fluid ruins the seals of the levers. "
            + "Look at the pads once a month. They must be replaced when less than 0.9 millimetres of lining is left. "
            + "The parking brake is the red knob below the left grip.";

    @Test
    void holdsTheSentenceThatTheAnswerQuotes() {
        String snippet =
                Snippet.of(PASSAGE, "They must be replaced when less than 0.9 millimetres of lining is left. [1]");

        assertThat(snippet).startsWith("… They must be replaced when less than 0.9 millimetres of lining is left.");
        assertThat(snippet.length()).isLessThan(310);
    }

    @Test
    void beginsAtTheBeginningWhenTheAnswerSharesNothing() {
        assertThat(Snippet.of(PASSAGE, "Ja.")).startsWith("The Torvald 3").endsWith("…");
    }

    @Test
    void leavesAShortPassageWhole() {
        assertThat(Snippet.of("Shipping costs\n7 euros.", "7 euros")).isEqualTo("Shipping costs 7 euros.");
    }

    @Test
    void cutsOneEndlessSentenceAtAWord() {
        String endless = "word ".repeat(200).strip();

        assertThat(Snippet.of(endless, "word")).hasSizeLessThanOrEqualTo(302).endsWith("word …");
    }

    @Test
    void neverCutsACharacterInTwo() {
        String emoji = "😀".repeat(400);

        assertThat(Snippet.of(emoji, "x").replace("😀", "").strip()).isEqualTo("…");
    }
}
