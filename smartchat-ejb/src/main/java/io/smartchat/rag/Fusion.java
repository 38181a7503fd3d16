package io.smartchat.rag;

import io.smartchat.llm.EmbeddingProfile;
import java.util.Comparator;
import java.util.List;

/**
 * Joins the two scores of each candidate to one, {@code (1 - a) * bm25 / ideal + a * cosine}. The vector's share {@code a}
 * is small where the embedding model does not know the passages' language.
 */
final class Fusion {

    private static final double WEIGHT_IN_UNKNOWN_LANGUAGE = .1;
    private static final int JUDGED = 10;

    private final EmbeddingProfile profile;

    Fusion(EmbeddingProfile profile) {
        this.profile = profile;
    }

    /** A fused candidate; {@code score} orders, and may lie slightly below 0. */
    record Scored(long chunkId, double score, double vectorScore, double lexicalScore) {}

    /** Best first; equal scores in the order of their chunks. */
    List<Scored> rank(Candidates candidates) {
        double weight = weight(candidates);
        return candidates.passages().stream()
                .map(candidate -> fuse(candidate, candidates.ideal(), weight))
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparingLong(Scored::chunkId))
                .toList();
    }

    private Scored fuse(Candidate candidate, double ideal, double weight) {
        double lexical = ideal > 0 ? candidate.bm25() / ideal : 0;
        double vector = (candidate.cosine() - profile.floor()) / (1 - profile.floor());
        return new Scored(candidate.chunkId(), (1 - weight) * lexical + weight * vector, vector, lexical);
    }

    private double weight(Candidates candidates) {
        List<Candidate> lexical =
                candidates.passages().stream().filter(c -> c.bm25() > 0).toList();
        boolean byWords = !lexical.isEmpty();
        List<Candidate> judged = (byWords ? lexical : candidates.passages())
                .stream()
                        .sorted(Comparator.comparingDouble(byWords ? Candidate::bm25 : Candidate::cosine)
                                .reversed()
                                .thenComparingLong(Candidate::chunkId))
                        .limit(JUDGED)
                        .toList();
        long known = judged.stream().filter(Candidate::knownLanguage).count();
        return 2 * known >= judged.size() ? profile.weight() : Math.min(profile.weight(), WEIGHT_IN_UNKNOWN_LANGUAGE);
    }
}
