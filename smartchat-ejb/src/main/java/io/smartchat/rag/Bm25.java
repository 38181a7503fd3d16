package io.smartchat.rag;

import java.util.Collection;
import java.util.Map;

/** The one place for the parameters of BM25; both stores score with them. */
public final class Bm25 {

    public static final double K1 = 1.2;
    public static final double B = .75;

    private Bm25() {}

    /** How much a term that stands in {@code df} of {@code n} passages tells. */
    public static double idf(long n, long df) {
        return Math.log(1 + (n - df + .5) / (df + .5));
    }

    /**
     * What no passage's score for these terms can exceed.
     *
     * @param terms the question's terms, duplicates kept
     * @param n passages of the tenant
     * @param df passages a term stands in; terms that stand in none may be absent
     */
    public static double ideal(Collection<String> terms, long n, Map<String, Integer> df) {
        return terms.stream()
                .mapToDouble(term -> idf(n, df.getOrDefault(term, 0)))
                .sum();
    }
}
