package io.smartchat.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.identity.Visitor;
import jakarta.json.Json;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class HintsTest {

    @Test
    void areNeverVerifiedWhateverThePageSays() {
        Visitor visitor = hints("{\"user_id\":\"42\",\"user_name\":\"Ann\",\"verified\":true}");

        assertThat(visitor).isEqualTo(new Visitor("42", "Ann", null, false));
    }

    @Test
    void areIgnoredWhereTheyAreNotText() {
        assertThat(hints("{\"user_id\":42,\"user_name\":[],\"user_email\":{}}")).isEqualTo(Visitor.ANONYMOUS);
        assertThat(hints("{\"user_id\":\"  \"}")).isEqualTo(Visitor.ANONYMOUS);
        assertThat(hints("{}")).isEqualTo(Visitor.ANONYMOUS);
    }

    @Test
    void areCutToWhatTheDatabaseHolds() {
        assertThat(hints("{\"user_id\":\"" + "x".repeat(5000) + "\"}").userId()).hasSize(200);
    }

    private static Visitor hints(String frame) {
        return Hints.of(Json.createReader(new StringReader(frame)).readObject());
    }
}
