package io.smartchat.rag;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a store proposes for a question, in no particular order.
 *
 * @param passages each passage once
 * @param ideal the lexical score no passage can exceed, see {@link Bm25#ideal}
 */
public record Candidates(List<Candidate> passages, double ideal) {

    public static Candidates none(double ideal) {
        return new Candidates(List.of(), ideal);
    }

    /** Joins what the words and what the vector proposed; a passage proposed by both keeps its lexical score. */
    public static Candidates union(Collection<Candidate> lexical, Collection<Candidate> vector, double ideal) {
        Map<Long, Candidate> union = new LinkedHashMap<>();
        lexical.forEach(candidate -> union.put(candidate.chunkId(), candidate));
        vector.forEach(candidate -> union.putIfAbsent(candidate.chunkId(), candidate));
        return new Candidates(List.copyOf(union.values()), ideal);
    }
}
