package io.smartchat.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InboxTest {

    private final List<String> handled = new ArrayList<>();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Inbox inbox = new Inbox(handled::add, tasks::add);

    @Test
    void handlesFramesOneAfterAnotherInTheirOrder() {
        inbox.add("a");
        inbox.add("b");

        assertThat(tasks).hasSize(1);
        tasks.remove().run();
        assertThat(handled).containsExactly("a", "b");
    }

    @Test
    void beginsAgainAfterAPause() {
        inbox.add("a");
        tasks.remove().run();
        inbox.add("b");
        tasks.remove().run();

        assertThat(handled).containsExactly("a", "b");
    }

    @Test
    void dropsWhatAFloodingSenderPilesUp() {
        IntStream.range(0, 10_000).forEach(i -> inbox.add("x"));
        tasks.remove().run();

        assertThat(handled).hasSize(64);
    }

    @Test
    void holdsNoMoreThanAFewLargeFramesAtOnce() {
        String large = "x".repeat(32 * 1024);
        List<Boolean> taken =
                IntStream.range(0, 6).mapToObj(i -> inbox.add(large)).toList();
        tasks.remove().run();

        assertThat(taken).containsExactly(true, true, true, true, false, false);
        assertThat(inbox.add(large)).isTrue();
    }
}
