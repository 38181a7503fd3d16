package io.smartchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CitationsTest {

    private final List<SourceItem> given = List.of(item(1), item(2), item(3));

    @Test
    void keepsThePassagesTheAnswerCites() {
        assertThat(Citations.cited("Yes [3]. And this too [1, 3].", given))
                .extracting(SourceItem::n)
                .containsExactly(1, 3);
    }

    @Test
    void ignoresNumbersThatWereNeverGiven() {
        assertThat(Citations.cited("Made up [7], real [2]", given))
                .extracting(SourceItem::n)
                .containsExactly(2);
    }

    @Test
    void findsNoneInAnAnswerWithoutMarks() {
        assertThat(Citations.cited("An answer without a mark, array[i].", given))
                .isEmpty();
    }

    private static SourceItem item(int n) {
        return new SourceItem(n, UUID.randomUUID(), "a.pdf", n, "text", 0.5);
    }
}
