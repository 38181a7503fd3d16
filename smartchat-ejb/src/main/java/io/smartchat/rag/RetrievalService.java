package io.smartchat.rag;

import io.smartchat.llm.Embeddings;
import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** From a question to the passages that may answer it. */
@ApplicationScoped
public class RetrievalService {

    private static final int CANDIDATES = 100;

    /** A longer question is judged by its beginning, as the embedding model does too. */
    private static final int MOST_TERMS = 512;

    /** Below it, how often a word stands in the passages says little about how much it tells. */
    private static final int FEW_PASSAGES = 100;

    private PassageIndex index;
    private Embeddings embeddings;
    private PassageRows rows;
    private PassageAnalyzer analyzer;
    private FunctionWords functionWords;

    RetrievalService() {}

    @Inject
    RetrievalService(PassageIndex index, Embeddings embeddings, PassageRows rows) {
        this.index = index;
        this.embeddings = embeddings;
        this.rows = rows;
        this.analyzer = new PassageAnalyzer();
        this.functionWords = new FunctionWords(analyzer);
    }

    /** The tenant's passages for {@code query}, best first, at most {@code topK}; none if the query has no words. */
    public List<Passage> search(TenantId tenant, String query, int topK) {
        List<String> words = analyzer.terms(query).stream().limit(MOST_TERMS).toList();
        if (words.isEmpty() || topK <= 0) {
            return List.of();
        }
        List<String> terms = rows.isFewerThan(FEW_PASSAGES, tenant) ? functionWords.removedFrom(words) : words;
        Candidates candidates = index.search(tenant, terms, embeddings.embed(query), CANDIDATES);
        List<Fusion.Scored> best = new Fusion(embeddings.profile())
                .rank(candidates).stream().limit(topK).toList();
        return rows.load(tenant, best);
    }
}
