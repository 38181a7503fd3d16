package io.smartchat.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void isReadBackAsItWas() {
        StringBuilder all = new StringBuilder("plain \\ \" / \uD83D\uDE00 é \u2028\u2029 \u007f </script>");
        for (char c = 0; c < ' '; c++) {
            all.append(c).append('x');
        }

        try (var json = Json.createReader(new StringReader("[" + quoted(all.toString()) + "]"))) {
            assertThat(json.readArray().getString(0)).isEqualTo(all.toString());
        }
    }

    @Test
    void leavesReadableTextAsItIs() {
        assertThat(quoted("Grüße, \uD83D\uDE00!")).isEqualTo("\"Grüße, \uD83D\uDE00!\"");
        assertThat(quoted("")).isEqualTo("\"\"");
    }

    @Test
    void escapesWhatAStringMayNotHold() {
        assertThat(quoted("a\"b\\c\nd\re\tf\u0000g\u001f")).isEqualTo("\"a\\\"b\\\\c\\nd\\re\\tf\\u0000g\\u001f\"");
        assertThat(quoted("\u2028\u2029")).isEqualTo("\"\\u2028\\u2029\"");
    }

    @Test
    void escapesHalfACharacterThatHasNoBytes() {
        assertThat(quoted("\uD83D")).isEqualTo("\"\\ud83d\"");
        assertThat(quoted("a\uDE00b\uD83Dc")).isEqualTo("\"a\\ude00b\\ud83dc\"");
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        JsonText.quote(text, out);
        return out.toString();
    }
}
