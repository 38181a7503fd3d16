package io.smartchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import io.smartchat.llm.Excerpt;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PromptTest {

    private static final Pattern FENCE = Pattern.compile("<<[0-9a-f]{16}>>");
    private final List<Excerpt> excerpts = List.of(new Excerpt(1, "guide.pdf", 4, "The warranty is 36 months.", 0.8));

    @Test
    void putsThePassageWithItsNumberFileAndPageBetweenFences() {
        String system = system(Prompt.of("Be brief.", false, false, excerpts, List.of(), "How long?"));

        assertThat(system).startsWith("Be brief.").contains("[1] guide.pdf, page 4\nThe warranty is 36 months.");
        assertThat(FENCE.matcher(system).results()).hasSize(3);
    }

    @Test
    void usesAFreshFenceEachTimeSoThatNoDocumentCanKnowIt() {
        assertThat(fence(Prompt.of(null, false, false, excerpts, List.of(), "q")))
                .isNotEqualTo(fence(Prompt.of(null, false, false, excerpts, List.of(), "q")));
    }

    @Test
    void tellsTheModelToAdmitIgnoranceWhenStrict() {
        assertThat(system(Prompt.of(null, true, false, excerpts, List.of(), "q")))
                .contains("Answer only from the passages");
        assertThat(system(Prompt.of(null, false, false, excerpts, List.of(), "q")))
                .doesNotContain("Answer only from the passages");
    }

    @Test
    void hasAnotherVersionWheneverItsWordingChanges() {
        assertThat(Prompt.VERSION + " " + Prompt.HASH.substring(0, 16))
                .as("raise Prompt.VERSION, then write the new pair here")
                .isEqualTo("2 1fe20910e36503ff");
    }

    @Test
    void keepsToTheToolsWhenStrictWithoutPassages() {
        assertThat(system(Prompt.of(null, true, true, List.of(), List.of(), "q")))
                .contains("what the tools return")
                .doesNotContainPattern(FENCE);
    }

    @Test
    void endsWithTheQuestionBehindTheConversationSoFar() {
        List<ChatMessageView> memory = List.of(message(Role.USER, "Hi"), message(Role.ASSISTANT, "Hello"));

        List<ChatMessage> messages = Prompt.of(null, false, false, List.of(), memory, "How long?");

        assertThat(messages.subList(1, 4))
                .containsExactly(UserMessage.from("Hi"), AiMessage.from("Hello"), UserMessage.from("How long?"));
    }

    private static String fence(List<ChatMessage> messages) {
        Matcher fence = FENCE.matcher(system(messages));
        assertThat(fence.find()).isTrue();
        return fence.group();
    }

    private static String system(List<ChatMessage> messages) {
        return ((SystemMessage) messages.get(0)).text();
    }

    private static ChatMessageView message(Role role, String text) {
        return new ChatMessageView(
                UUID.randomUUID(), role, text, List.of(), Instant.EPOCH, null, MessageStatus.COMPLETE);
    }
}
