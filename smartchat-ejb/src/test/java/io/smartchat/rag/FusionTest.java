package io.smartchat.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smartchat.llm.EmbeddingProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FusionTest {

    private static final EmbeddingProfile PLAIN = new EmbeddingProfile(1, 384, 0, .4, false);
    private static final EmbeddingProfile WITH_FLOOR = new EmbeddingProfile(2, 384, .5, .4, false);

    @Test
    void weighsWordsAgainstTheirIdealAndMeaningByTheModelsWeight() {
        Fusion.Scored scored = rank(PLAIN, 10, new Candidate(1, 5, .8, true)).get(0);

        assertThat(scored.lexicalScore()).isEqualTo(.5);
        assertThat(scored.vectorScore()).isEqualTo(.8);
        assertThat(scored.score()).isCloseTo(.6 * .5 + .4 * .8, within(1e-12));
    }

    @Test
    void readsACosineAboveTheModelsFloor() {
        Fusion.Scored scored =
                rank(WITH_FLOOR, 10, new Candidate(1, 5, .75, true)).get(0);

        assertThat(scored.vectorScore()).isEqualTo(.5);
    }

    @Test
    void trustsMeaningLittleWhereTheModelDoesNotKnowTheLanguage() {
        Fusion.Scored scored = rank(PLAIN, 10, new Candidate(1, 5, .8, false)).get(0);

        assertThat(scored.score()).isCloseTo(.9 * .5 + .1 * .8, within(1e-12));
    }

    @Test
    void judgesTheLanguageByTheTenBestByWords() {
        List<Candidate> candidates = new ArrayList<>();
        LongStream.range(0, 5).forEach(i -> candidates.add(new Candidate(i, 9, 0, true)));
        LongStream.range(5, 10).forEach(i -> candidates.add(new Candidate(i, 8, 0, false)));
        LongStream.range(10, 50).forEach(i -> candidates.add(new Candidate(i, 1, 0, false)));
        LongStream.range(50, 99).forEach(i -> candidates.add(new Candidate(i, 0, 0, false)));
        candidates.add(new Candidate(99, 0, 1, false));

        assertThat(scoreOf(99, candidates)).isCloseTo(.4, within(1e-12));

        candidates.set(0, new Candidate(0, 9, 0, false));
        assertThat(scoreOf(99, candidates)).isCloseTo(.1, within(1e-12));
    }

    @Test
    void judgesByTheNearestWhereNoWordIsFound() {
        assertThat(rank(PLAIN, 10, new Candidate(1, 0, .5, true)).get(0).score())
                .isCloseTo(.2, within(1e-12));
        assertThat(rank(PLAIN, 10, new Candidate(1, 0, .5, false)).get(0).score())
                .isCloseTo(.05, within(1e-12));
    }

    @Test
    void putsTheBestFirstAndEqualOnesInTheOrderOfTheirChunks() {
        List<Fusion.Scored> ranking = rank(
                PLAIN,
                10,
                new Candidate(7, 2, .1, true),
                new Candidate(3, 2, .1, true),
                new Candidate(9, 6, .1, true),
                new Candidate(5, 0, -.2, true));

        assertThat(ranking).extracting(Fusion.Scored::chunkId).containsExactly(9L, 3L, 7L, 5L);
    }

    @Test
    void copesWithAnIdealOfZeroAndNoCandidates() {
        assertThat(rank(PLAIN, 0, new Candidate(1, 0, .5, true)).get(0).lexicalScore())
                .isZero();
        assertThat(rank(PLAIN, 0)).isEmpty();
    }

    private static double scoreOf(long chunk, List<Candidate> candidates) {
        return new Fusion(PLAIN)
                .rank(new Candidates(candidates, 10)).stream()
                        .filter(scored -> scored.chunkId() == chunk)
                        .findAny()
                        .orElseThrow()
                        .score();
    }

    private static List<Fusion.Scored> rank(EmbeddingProfile profile, double ideal, Candidate... candidates) {
        return new Fusion(profile).rank(new Candidates(List.of(candidates), ideal));
    }
}
