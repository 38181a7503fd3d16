package io.smartchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void keepsTheNewestMessagesWhole() {
        List<ChatMessageView> all =
                List.of(user("a".repeat(40)), answer("b".repeat(40)), user("c".repeat(20)), answer("d".repeat(20)));

        assertThat(Memory.within(10, all))
                .extracting(ChatMessageView::content)
                .containsExactly("c".repeat(20), "d".repeat(20));
    }

    @Test
    void neverBeginsWithAnAnswerWhoseQuestionDidNotFit() {
        assertThat(Memory.within(10, List.of(user("a".repeat(40)), answer("b".repeat(30)))))
                .isEmpty();
    }

    @Test
    void leavesOutAnswersThatNeverCame() {
        List<ChatMessageView> all = List.of(user("first"), answer(""), user("second"), answer("reply"));

        assertThat(Memory.within(100, all))
                .extracting(ChatMessageView::content)
                .containsExactly("first", "second", "reply");
    }

    @Test
    void countsACharacterOfAWideScriptAsAToken() {
        List<ChatMessageView> all = List.of(user("保修期有多长"), answer("三十六个月"));

        assertThat(Memory.within(10, all)).isEmpty();
        assertThat(Memory.within(11, all)).hasSize(2);
    }

    private static ChatMessageView user(String text) {
        return message(Role.USER, text);
    }

    private static ChatMessageView answer(String text) {
        return message(Role.ASSISTANT, text);
    }

    private static ChatMessageView message(Role role, String text) {
        return new ChatMessageView(
                UUID.randomUUID(), role, text, List.of(), Instant.EPOCH, null, MessageStatus.COMPLETE);
    }
}
