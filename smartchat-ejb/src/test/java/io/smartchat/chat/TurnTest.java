package io.smartchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.llm.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TurnTest {

    private final Turn turn =
            new Turn(new BegunTurn(UUID.randomUUID(), UUID.randomUUID(), "q", false, List.of()), "session-0123456789");
    private final List<TurnEvent> seen = new ArrayList<>();

    @Test
    void numbersChunksFromOneWithoutGaps() {
        turn.read(seen::add, 0);
        turn.append("a");
        turn.append("");
        turn.append("b");

        assertThat(chunks(seen)).containsExactly("1:a", "2:b");
    }

    @Test
    void givesALateReaderWhatItMissedAndThenTheRest() {
        turn.append("a");
        turn.append("b");
        turn.read(seen::add, 1);
        turn.append("c");

        assertThat(chunks(seen)).containsExactly("2:b", "3:c");
        assertThat(seen).noneMatch(TurnEvent.Started.class::isInstance);
    }

    @Test
    void runsOnForTheOthersWhenAReaderLeaves() {
        List<TurnEvent> gone = new ArrayList<>();
        java.util.function.Consumer<TurnEvent> leaving = gone::add;
        turn.read(leaving, 0);
        turn.read(seen::add, 0);
        turn.leave(leaving);
        turn.append("a");

        assertThat(chunks(gone)).isEmpty();
        assertThat(chunks(seen)).containsExactly("1:a");
    }

    @Test
    void endsWithSourcesThenDoneAndNothingBehind() {
        turn.read(seen::add, 0);
        turn.append("a");
        turn.finish(
                MessageStatus.COMPLETE,
                List.of(new SourceItem(1, UUID.randomUUID(), "f", null, "s", 1)),
                new Usage(3, 4));
        turn.append("late");

        assertThat(seen.subList(2, 4)).hasExactlyElementsOfTypes(TurnEvent.Sources.class, TurnEvent.Done.class);
        assertThat(seen).hasSize(4);
        assertThat(turn.soFar().text()).isEqualTo("a");
    }

    @Test
    void tellsTheEndToAReaderWhoComesAfterIt() {
        turn.append("a");
        turn.finish(MessageStatus.STOPPED, List.of(), Usage.NONE);
        turn.read(seen::add, 0);

        assertThat(seen).last().isInstanceOfSatisfying(TurnEvent.Done.class, done -> {
            assertThat(done.seq()).isEqualTo(1);
            assertThat(done.status()).isEqualTo(MessageStatus.STOPPED);
        });
    }

    private static List<String> chunks(List<TurnEvent> events) {
        return events.stream()
                .filter(TurnEvent.Chunk.class::isInstance)
                .map(TurnEvent.Chunk.class::cast)
                .map(chunk -> chunk.seq() + ":" + chunk.content())
                .toList();
    }
}
