package io.smartchat.rag.embedded;

import io.smartchat.rag.Candidate;
import io.smartchat.rag.Candidates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.VectorUtil;

/** One search on one state of a tenant's index. */
final class LuceneSearch {

    private static final Sort BY_SCORE_THEN_CHUNK =
            new Sort(SortField.FIELD_SCORE, new SortField(PassageDocument.CHUNK, SortField.Type.LONG));

    private final IndexSearcher searcher;
    private final Map<String, Integer> df;
    private final double ideal;
    private final List<String> terms;
    private final float[] vector;
    private final int limit;

    LuceneSearch(LiveStatistics statistics, List<String> terms, float[] vector, int limit) throws IOException {
        this.df = statistics.df(terms);
        this.searcher = new LiveSearcher(statistics, df);
        this.ideal = statistics.ideal(terms, df);
        this.terms = terms;
        this.vector = vector;
        this.limit = limit;
    }

    Candidates run() throws IOException {
        return Candidates.union(candidates(byWords()), candidates(byVector()), ideal);
    }

    /** A document and its lexical score. */
    private record Hit(int doc, double bm25) {}

    private List<Hit> byWords() throws IOException {
        Map<String, Long> counts = terms.stream()
                .filter(df::containsKey)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        if (counts.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        counts.forEach((term, count) -> query.add(termQuery(term, count), BooleanClause.Occur.SHOULD));
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc found : searcher.search(query.build(), limit, BY_SCORE_THEN_CHUNK).scoreDocs) {
            hits.add(new Hit(found.doc, ((Number) ((FieldDoc) found).fields[0]).doubleValue()));
        }
        return hits;
    }

    private static Query termQuery(String term, long count) {
        Query query = new TermQuery(new Term(PassageDocument.TEXT, term));
        return count == 1 ? query : new BoostQuery(query, count);
    }

    private List<Hit> byVector() throws IOException {
        Query query = new KnnFloatVectorQuery(PassageDocument.VECTOR, vector, limit);
        return Arrays.stream(searcher.search(query, limit).scoreDocs)
                .map(found -> new Hit(found.doc, 0))
                .toList();
    }

    private List<Candidate> candidates(List<Hit> hits) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        List<Hit> inOrder =
                hits.stream().sorted(Comparator.comparingInt(Hit::doc)).toList();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            NumericDocValues chunks = leaf.reader().getNumericDocValues(PassageDocument.CHUNK);
            NumericDocValues known = leaf.reader().getNumericDocValues(PassageDocument.KNOWN_LANGUAGE);
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(PassageDocument.VECTOR);
            for (Hit hit : inOrder) {
                int doc = hit.doc() - leaf.docBase;
                if (doc >= 0 && doc < leaf.reader().maxDoc()) {
                    chunks.advanceExact(doc);
                    known.advanceExact(doc);
                    candidates.add(new Candidate(
                            chunks.longValue(), hit.bm25(), cosine(vectors, doc), known.longValue() == 1));
                }
            }
        }
        return candidates;
    }

    private double cosine(FloatVectorValues vectors, int doc) throws IOException {
        if (vectors == null || vectors.docID() < doc && vectors.advance(doc) != doc || vectors.docID() != doc) {
            return 0;
        }
        return VectorUtil.dotProduct(vector, vectors.vectorValue());
    }
}
