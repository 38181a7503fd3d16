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
        turn.read(reader(seen), 0);
        turn.append("a");
        turn.append("");
        turn.append("b");

        assertThat(chunks(seen)).containsExactly("1:a", "2:b");
    }

    @Test
    void givesALateReaderWhatItMissedAndThenTheRest() {
        turn.read(reader(new ArrayList<>()), 0);
        turn.append("a");
        turn.append("b");
        turn.read(reader(seen), 1);
        turn.append("c");

        assertThat(chunks(seen)).containsExactly("2:b", "3:c");
        assertThat(seen).noneMatch(TurnEvent.Started.class::isInstance);
    }

    @Test
    void runsOnForTheOthersWhenAReaderLeaves() {
        List<TurnEvent> gone = new ArrayList<>();
        TurnReader leaving = reader(gone);
        turn.read(leaving, 0);
        turn.read(reader(seen), 0);
        turn.leave(leaving);
        turn.append("a");

        assertThat(chunks(gone)).isEmpty();
        assertThat(chunks(seen)).containsExactly("1:a");
    }

    @Test
    void endsWithSourcesThenDoneAndNothingBehind() {
        turn.read(reader(seen), 0);
        turn.append("a");
        turn.finish(
                MessageStatus.COMPLETE,
                List.of(new SourceItem(1, UUID.randomUUID(), "f", null, "s", 1)),
                new Usage(3, 4));
        turn.append("late");

        assertThat(seen.subList(2, 4)).hasExactlyElementsOfTypes(TurnEvent.Sources.class, TurnEvent.Done.class);
        assertThat(seen).hasSize(4);
        assertThat(turn.close().text()).isEqualTo("a");
    }

    @Test
    void tellsTheEndToAReaderWhoComesAfterIt() {
        turn.append("a");
        turn.finish(MessageStatus.STOPPED, List.of(), Usage.NONE);
        turn.read(reader(seen), 0);

        assertThat(seen).last().isInstanceOfSatisfying(TurnEvent.Done.class, done -> {
            assertThat(done.seq()).isEqualTo(1);
            assertThat(done.status()).isEqualTo(MessageStatus.STOPPED);
        });
    }

    @Test
    void putsWhatComesWhileAReaderIsBusyIntoOneChunk() {
        TurnFeed busy = feed(0);
        busy.next();
        turn.append("a");
        assertThat(take(busy)).containsExactly("1:a");
        turn.append("b");
        turn.append("c");

        assertThat(busy.unread()).isEqualTo(2);
        assertThat(take(busy)).containsExactly("2:bc");
        assertThat(turn.close()).isEqualTo(new AnswerSoFar("abc", List.of(1, 3)));
    }

    @Test
    void givesASlowReaderTheChunksAFastOneGot() {
        TurnFeed fast = feed(0);
        TurnFeed slow = feed(0);
        turn.append("a");
        take(fast);
        turn.append("b");
        take(fast);
        turn.append("c");

        assertThat(take(slow)).containsExactly("1:a", "2:b", "3:c");
        assertThat(take(fast)).containsExactly("3:c");
        assertThat(take(feed(1))).containsExactly("2:b", "3:c");
    }

    @Test
    void cutsNoChunkThroughACharacter() {
        TurnFeed feed = feed(0);
        feed.next();
        turn.append("a\uD83D");
        assertThat(take(feed)).containsExactly("1:a");
        turn.append("\uDE00b");

        assertThat(take(feed)).containsExactly("2:\uD83D\uDE00b");
    }

    @Test
    void replacesWhatNoDatabaseTakes() {
        turn.append("a\u0000\uDE00\uD83D");
        turn.append("b\uD83D");

        assertThat(turn.close().text()).isEqualTo("a\uFFFD\uFFFD\uFFFDb\uFFFD");
    }

    @Test
    void tellsWhatIsNoTextInItsPlace() {
        TurnEvent beside = new TurnEvent.Sources(turn.answerId(), List.of());
        turn.append("a");
        turn.tell(beside);
        turn.append("b");
        TurnFeed late = feed(0);
        late.next();

        assertThat(chunks(List.of(late.next()))).containsExactly("1:a");
        assertThat(late.next()).isSameAs(beside);
        assertThat(chunks(List.of(late.next()))).containsExactly("2:b");
        assertThat(late.next()).isNull();
    }

    @Test
    void goesOnFromWhatThereIsWhenAReaderClaimsMore() {
        turn.append("a");
        take(feed(0));
        TurnFeed claims = feed(7);
        turn.append("b");

        assertThat(take(claims)).containsExactly("2:b");
    }

    @Test
    void savesOnlyWhatGrew() {
        assertThat(turn.grown()).isEmpty();
        turn.append("a");
        assertThat(turn.grown()).contains(new AnswerSoFar("a", List.of(1)));
        assertThat(turn.grown()).isEmpty();
        turn.append("b");
        turn.close();

        assertThat(turn.grown()).isEmpty();
    }

    @Test
    void takesNothingOnceItIsClosed() {
        turn.append("a");
        AnswerSoFar stored = turn.close();
        turn.append("late");
        turn.finish(MessageStatus.COMPLETE, List.of(), Usage.NONE);

        assertThat(take(feed(0))).containsExactly("1:" + stored.text());
    }

    private TurnFeed feed(int after) {
        List<TurnFeed> opened = new ArrayList<>();
        turn.read(
                new TurnReader() {
                    @Override
                    public void open(TurnFeed feed) {
                        opened.add(feed);
                    }

                    @Override
                    public void wake() {
                        // takes only when the test says so
                    }
                },
                after);
        return opened.get(0);
    }

    private static List<String> take(TurnFeed feed) {
        List<TurnEvent> taken = new ArrayList<>();
        for (TurnEvent event = feed.next(); event != null && !feed.isOver(); event = feed.next()) {
            taken.add(event);
        }
        return chunks(taken);
    }

    /** Takes everything at once. */
    private static TurnReader reader(List<TurnEvent> seen) {
        return new TurnReader() {

            private TurnFeed feed;

            @Override
            public void open(TurnFeed opened) {
                feed = opened;
                wake();
            }

            @Override
            public void wake() {
                while (!feed.isOver()) {
                    TurnEvent event = feed.next();
                    if (event == null) {
                        return;
                    }
                    seen.add(event);
                }
            }
        };
    }

    private static List<String> chunks(List<TurnEvent> events) {
        return events.stream()
                .filter(TurnEvent.Chunk.class::isInstance)
                .map(TurnEvent.Chunk.class::cast)
                .map(chunk -> chunk.seq() + ":" + chunk.content())
                .toList();
    }
}
