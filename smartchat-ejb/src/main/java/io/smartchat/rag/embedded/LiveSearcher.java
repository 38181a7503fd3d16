package io.smartchat.rag.embedded;

import io.smartchat.rag.Bm25;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/** Scores by {@link LiveStatistics}. */
final class LiveSearcher extends IndexSearcher {

    /** For writing too, as norms depend on it. */
    static final Similarity SIMILARITY = new BM25Similarity((float) Bm25.K1, (float) Bm25.B);

    private final LiveStatistics statistics;
    private final Map<String, Integer> df;

    LiveSearcher(LiveStatistics statistics, Map<String, Integer> df) {
        super(statistics.reader());
        this.statistics = statistics;
        this.df = df;
        setSimilarity(SIMILARITY);
        setQueryCache(null);
    }

    @Override
    public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) {
        return new TermStatistics(term.bytes(), df.get(term.text()), totalTermFreq);
    }

    @Override
    public CollectionStatistics collectionStatistics(String field) {
        return new CollectionStatistics(
                field, getIndexReader().maxDoc(), statistics.passages(), statistics.length(), statistics.length());
    }
}
