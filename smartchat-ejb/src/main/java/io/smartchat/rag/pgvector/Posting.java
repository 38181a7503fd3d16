package io.smartchat.rag.pgvector;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * That a term stands in a passage.
 *
 * @param tf how often
 * @param dl how many terms the passage has
 */
record Posting(String term, long chunkId, int tf, int dl) {

    static final Comparator<Posting> INDEX_ORDER =
            Comparator.comparing(Posting::term).thenComparingLong(Posting::chunkId);

    static List<Posting> of(long chunkId, List<String> terms) {
        Map<String, Integer> tf = new TreeMap<>();
        terms.forEach(term -> tf.merge(term, 1, Integer::sum));
        return tf.entrySet().stream()
                .map(entry -> new Posting(entry.getKey(), chunkId, entry.getValue(), terms.size()))
                .toList();
    }
}
