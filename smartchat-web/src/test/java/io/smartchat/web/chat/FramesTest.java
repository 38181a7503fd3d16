package io.smartchat.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.chat.MessageStatus;
import io.smartchat.chat.SourceItem;
import io.smartchat.chat.TurnEvent;
import io.smartchat.llm.Usage;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tool.ToolStatus;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FramesTest {

    private final UUID id = UUID.fromString("3b6f3e0c-0000-4000-8000-000000000001");

    @Test
    void namesTheFieldsOfEachFrameAsTheContractDoes() {
        assertThat(keys(new TurnEvent.Started(id, id, "session-0123456789")))
                .containsExactlyInAnyOrder("type", "message_id", "user_message_id", "session_id");
        assertThat(keys(new TurnEvent.Chunk(id, 1, "Hi")))
                .containsExactlyInAnyOrder("type", "content", "message_id", "seq");
        assertThat(keys(new TurnEvent.Done(id, 1, MessageStatus.COMPLETE, new Usage(1, 2))))
                .containsExactlyInAnyOrder("type", "message_id", "seq", "status", "usage");
        assertThat(keys(new TurnEvent.ToolUsed(id, "find_orders", "Looking up orders", ToolStatus.DONE, 0)))
                .containsExactlyInAnyOrder("type", "message_id", "name", "label", "status", "row_count");
        assertThat(keys(new TurnEvent.ToolUsed(id, "find_orders", "Looking up orders", ToolStatus.RUNNING, null)))
                .containsExactlyInAnyOrder("type", "message_id", "name", "label", "status");
        JsonObject sources =
                frame(new TurnEvent.Sources(id, List.of(new SourceItem(1, id, "a.pdf", null, "text", 0.5))));
        assertThat(sources.getJsonArray("items").getJsonObject(0).keySet())
                .containsExactlyInAnyOrder("n", "source_id", "filename", "page", "snippet", "score");
    }

    @Test
    void saysWhenToTryAgainOnlyWhereThatIsKnown() {
        JsonObject limited =
                frame(new TurnEvent.Failed(id, SmartChatException.rateLimited("Slow down.", Duration.ofSeconds(7))));
        JsonObject missing = frame(new TurnEvent.Failed(id, SmartChatException.notFound("answer")));

        assertThat(limited.getInt("retry_after")).isEqualTo(7);
        assertThat(limited.getString("code")).isEqualTo("rate_limited");
        assertThat(missing).doesNotContainKey("retry_after");
    }

    @Test
    void keepsWhateverTheModelWroteIntact() {
        String wild = "\"quotes\" \\ back\u2028 \u0000 </script> 😀";

        assertThat(frame(new TurnEvent.Chunk(id, 1, wild)).getString("content")).isEqualTo(wild);
    }

    private static Iterable<String> keys(TurnEvent event) {
        return frame(event).keySet();
    }

    private static JsonObject frame(TurnEvent event) {
        return Json.createReader(new StringReader(Frames.of(event))).readObject();
    }
}
