package io.smartchat.rag.embedded;

import io.smartchat.rag.Bm25;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * A tenant's statistics without its removed passages. Lucene counts those until their segment is merged, and with the few
 * documents of a tenant a replaced one would distort every score.
 *
 * @param passages those with at least one term
 * @param length terms of all passages
 */
record LiveStatistics(DirectoryReader reader, int passages, long length) {

    static LiveStatistics of(DirectoryReader reader) throws IOException {
        if (!reader.hasDeletions()) {
            return new LiveStatistics(
                    reader,
                    reader.getDocCount(PassageDocument.TEXT),
                    Math.max(0, reader.getSumTotalTermFreq(PassageDocument.TEXT)));
        }
        int passages = 0;
        long length = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues lengths = leaf.reader().getNumericDocValues(PassageDocument.LENGTH);
            while (lengths != null && lengths.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (isLive(leaf.reader(), lengths.docID())) {
                    passages += lengths.longValue() > 0 ? 1 : 0;
                    length += lengths.longValue();
                }
            }
        }
        return new LiveStatistics(reader, passages, length);
    }

    /** In how many passages each term stands; terms that stand in none are absent. */
    Map<String, Integer> df(Collection<String> terms) throws IOException {
        Map<String, Integer> df = new HashMap<>();
        for (String term : new HashSet<>(terms)) {
            int count = 0;
            for (LeafReaderContext leaf : reader.leaves()) {
                count += df(leaf.reader(), new Term(PassageDocument.TEXT, term));
            }
            if (count > 0) {
                df.put(term, count);
            }
        }
        return df;
    }

    double ideal(List<String> terms, Map<String, Integer> df) {
        return Bm25.ideal(terms, passages, df);
    }

    private static int df(LeafReader leaf, Term term) throws IOException {
        if (!leaf.hasDeletions()) {
            return leaf.docFreq(term);
        }
        PostingsEnum postings = leaf.postings(term, PostingsEnum.NONE);
        int count = 0;
        while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            count += isLive(leaf, postings.docID()) ? 1 : 0;
        }
        return count;
    }

    private static boolean isLive(LeafReader leaf, int doc) {
        return leaf.getLiveDocs() == null || leaf.getLiveDocs().get(doc);
    }
}
