package io.smartchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerSoFarTest {

    private final AnswerSoFar answer = new AnswerSoFar("One two three", List.of(4, 8, 13));

    @Test
    void givesEveryChunkToAReaderWhoHasNone() {
        assertThat(answer.chunksAfter(0)).containsExactly("One ", "two ", "three");
    }

    @Test
    void givesOnlyWhatWasMissed() {
        assertThat(answer.chunksAfter(2)).containsExactly("three");
    }

    @Test
    void givesNothingToAReaderWhoHasAllOrClaimsMore() {
        assertThat(answer.chunksAfter(3)).isEmpty();
        assertThat(answer.chunksAfter(99)).isEmpty();
    }

    @Test
    void isTheSameBehindTheDatabase() {
        assertThat(AnswerSoFar.decode(answer.text(), answer.encodedEnds())).isEqualTo(answer);
        AnswerSoFar empty = new AnswerSoFar("", List.of());
        assertThat(AnswerSoFar.decode("", empty.encodedEnds())).isEqualTo(empty);
    }
}
