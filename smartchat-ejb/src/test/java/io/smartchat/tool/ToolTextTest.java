package io.smartchat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToolTextTest {

    @Test
    void takesOutWhatHidesReordersOrCommands() {
        int[] hidden = IntStream.of(
                        0x0, 0x7, 0x1B, 0x7F, 0x85, 0xAD, 0x61C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A,
                        0x202E, 0x2060, 0x2066, 0x2069, 0xFEFF, 0xE0000, 0xE0041, 0xE007F, 0xD800, 0xDC00)
                .toArray();
        for (int character : hidden) {
            String text = "a" + new String(Character.toChars(character)) + "b";
            assertThat(ToolText.clean(text, 100)).as("U+%04X", character).isEqualTo("ab");
        }
    }

    @Test
    void leavesWhatPeopleWrite() {
        String text = "Zeile 1\n\tZelle — 日本語 العربية é 😀 €";

        assertThat(ToolText.clean(text, 100)).isEqualTo(text);
    }

    @Test
    void cutsBetweenCharactersAndSaysSo() {
        assertThat(ToolText.clean("ab😀cd", 3))
                .startsWith("ab\n")
                .contains("cut")
                .doesNotContain("\uD83D");
    }
}
