package io.smartchat.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChunkerTest {

    private static final int MAX = ChunkSize.DEFAULT.max();
    private static final String SENTENCE = "The tower stands 42 metres high above the old harbour of the town. ";

    private final Chunker chunker = new Chunker();

    static Stream<String> texts() {
        Random random = new Random(11);
        List<String> texts = new ArrayList<>(List.of(
                SENTENCE.repeat(100),
                (SENTENCE.repeat(4) + "\n\n").repeat(40),
                (SENTENCE + "\n").repeat(90),
                "word ".repeat(2000),
                "unbroken".repeat(1000),
                "塔の高さは四十二メートルです。入場は無料です。".repeat(200),
                "หอคอยสูงสี่สิบสองเมตรและเปิดให้เข้าชมทุกวัน".repeat(120),
                "👩‍👩‍👧‍👦 family 🇩🇪 ".repeat(300),
                "e\u0301".repeat(3000),
                "\n\n\n" + " ".repeat(3000) + "late"));
        String alphabet = "abc .!?\n\n\t é漢。👍#-";
        int[] points = alphabet.codePoints().toArray();
        for (int i = 0; i < 60; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(6000); length > 0; length--) {
                text.appendCodePoint(points[random.nextInt(points.length)]);
            }
            texts.add(text.toString());
        }
        return texts.stream();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void chunkShouldLeaveNothingOutAndKeepTheLimit(String text) {
        for (Section.Layout layout : Section.Layout.values()) {
            List<Chunk> chunks = chunker.chunk(new Section(3, text, layout));

            boolean[] covered = new boolean[text.length()];
            int lastStart = -1;
            for (Chunk chunk : chunks) {
                assertThat(chunk.page()).isEqualTo(3);
                assertThat(chunk.text())
                        .isEqualTo(text.substring(chunk.start(), chunk.end()))
                        .isNotBlank();
                assertThat(chunk.text().length()).isLessThanOrEqualTo(MAX);
                assertThat(chunk.start()).isGreaterThan(lastStart);
                assertThat(Character.isLowSurrogate(text.charAt(chunk.start()))).isFalse();
                assertThat(Character.isHighSurrogate(text.charAt(chunk.end() - 1)))
                        .isFalse();
                lastStart = chunk.start();
                Arrays.fill(covered, chunk.start(), chunk.end(), true);
            }
            for (int i = 0; i < text.length(); i++) {
                assertThat(covered[i] || Character.isWhitespace(text.charAt(i)))
                        .as("character %d", i)
                        .isTrue();
            }
        }
    }

    @Test
    void chunkShouldKeepAShortSectionWhole() {
        assertThat(chunker.chunk(prose("  Short.\n"))).containsExactly(new Chunk(null, 2, 8, "Short."));
        assertThat(chunker.chunk(prose(" \n "))).isEmpty();
    }

    @Test
    void chunkShouldEndWhereSentencesEndAndRepeatTheLast() {
        List<Chunk> chunks = chunker.chunk(prose(SENTENCE.repeat(50)));

        assertThat(chunks)
                .allSatisfy(chunk ->
                        assertThat(chunk.text()).startsWith("The tower").endsWith("town."));
        for (int i = 1; i < chunks.size(); i++) {
            int repeated = chunks.get(i - 1).end() - chunks.get(i).start();
            assertThat(repeated).isBetween(SENTENCE.length() - 1, ChunkSize.DEFAULT.overlap());
        }
    }

    @Test
    void chunkShouldNotTakeAWrappedLineForASentence() {
        String wrapped = "The tower stands 42 metres\nhigh above the old harbour\nof the town. ";

        assertThat(chunker.chunk(prose(wrapped.repeat(50))))
                .allSatisfy(chunk ->
                        assertThat(chunk.text()).startsWith("The tower").endsWith("town."));
    }

    @Test
    void chunkShouldLeaveNoCrumbAtTheEnd() {
        for (int sentences = 14; sentences < 60; sentences++) {
            List<Chunk> chunks = chunker.chunk(prose(SENTENCE.repeat(sentences)));
            assertThat(chunks)
                    .allSatisfy(chunk -> assertThat(chunk.text().length()).isGreaterThan(200));
        }
    }

    @Test
    void chunkShouldKeepAHeadingWithWhatFollows() {
        String text = SENTENCE.repeat(9) + "\n\nOpening hours\n\n" + SENTENCE.repeat(9);

        List<Chunk> chunks = chunker.chunk(prose(text));

        assertThat(chunks).hasSize(2);
        assertThat(chunks.get(0).text()).endsWith("town.");
        assertThat(chunks.get(1).text()).startsWith("Opening hours\n\nThe tower");
    }

    @Test
    void chunkShouldPreferAParagraphToASentence() {
        List<Chunk> chunks = chunker.chunk(prose((SENTENCE.repeat(8).strip() + "\n\n").repeat(3)));

        assertThat(chunks)
                .hasSize(3)
                .allSatisfy(
                        c -> assertThat(c.text()).isEqualTo(SENTENCE.repeat(8).strip()));
    }

    @Test
    void chunkShouldGroupWholeRows() {
        String row = "Name: Chair; Price: 12; Colour: red; Note: comes with four legs and a cushion\n";

        List<Chunk> chunks = chunker.chunk(rows(row.repeat(100)));

        assertThat(chunks).hasSizeGreaterThan(5);
        assertThat(chunks).allSatisfy(c -> assertThat(c.text() + "\n").matches("(\\Q" + row + "\\E)+"));
        assertThat(chunks.stream().mapToLong(c -> c.text().lines().count()).sum())
                .isEqualTo(100);
    }

    @Test
    void chunkShouldCutOnlyTheRowThatIsTooLong() {
        String row = "Name: Chair; Price: 12\n";
        String giant = "Note: " + SENTENCE.repeat(40) + "\n";

        List<Chunk> chunks = chunker.chunk(rows(row + giant + row));

        assertThat(chunks.get(0).text()).isEqualTo(row.strip());
        assertThat(chunks.get(chunks.size() - 1).text()).isEqualTo(row.strip());
        assertThat(chunks).hasSizeGreaterThan(4);
    }

    @Test
    void chunkShouldBeSmallerWhereACharacterSaysMore() {
        assertThat(chunker.chunk(prose("塔の高さは四十二メートルです。".repeat(200))))
                .allSatisfy(chunk ->
                        assertThat(chunk.text()).hasSizeLessThanOrEqualTo(500).endsWith("。"));
    }

    private static Section prose(String text) {
        return new Section(null, text, Section.Layout.PROSE);
    }

    private static Section rows(String text) {
        return new Section(null, text, Section.Layout.ROWS);
    }
}
