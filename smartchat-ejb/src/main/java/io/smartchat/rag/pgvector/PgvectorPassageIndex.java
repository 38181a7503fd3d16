package io.smartchat.rag.pgvector;

import io.smartchat.knowledge.StoredPassage;
import io.smartchat.llm.EmbeddingProfile;
import io.smartchat.rag.Candidate;
import io.smartchat.rag.Candidates;
import io.smartchat.rag.Jdbc;
import io.smartchat.rag.PassageIndex;
import io.smartchat.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Passages in PostgreSQL: vectors by pgvector, words by a table of postings scored with BM25. */
public final class PgvectorPassageIndex implements PassageIndex {

    /** Up to so many passages of a tenant comparing them all is exact and faster than the index over all tenants. */
    private static final int EXACT_UP_TO = 10_000;

    private final Jdbc jdbc;
    private final EmbeddingProfile profile;
    private final LexicalSearch lexicalSearch;
    private final VectorSearch vectorSearch;

    public PgvectorPassageIndex(DataSource dataSource, EmbeddingProfile profile) {
        this(dataSource, profile, EXACT_UP_TO);
    }

    PgvectorPassageIndex(DataSource dataSource, EmbeddingProfile profile, int exactUpTo) {
        this.jdbc = new Jdbc(dataSource);
        this.profile = profile;
        this.lexicalSearch = new LexicalSearch(profile);
        this.vectorSearch = new VectorSearch(profile, exactUpTo);
    }

    @Override
    public void add(TenantId tenant, UUID sourceId, List<StoredPassage> passages) {
        if (!passages.isEmpty()) {
            jdbc.run(connection -> new PassageWriter(connection, tenant, profile).add(sourceId, passages));
        }
    }

    @Override
    public void remove(TenantId tenant, UUID sourceId) {
        jdbc.run(connection -> new PassageRemover(connection, tenant).removeSource(sourceId));
    }

    @Override
    public void removeTenant(TenantId tenant) {
        jdbc.run(connection -> new PassageRemover(connection, tenant).removeAll());
    }

    @Override
    public Candidates search(TenantId tenant, List<String> terms, float[] vector, int limit) {
        return jdbc.call(connection -> {
            TermStatistics statistics = TermStatistics.read(connection, tenant, terms);
            double ideal = statistics.ideal(terms);
            if (terms.isEmpty() || statistics.passages() == 0) {
                return Candidates.none(ideal);
            }
            String literal = VectorLiteral.of(vector);
            List<Candidate> byWords = lexicalSearch.search(connection, tenant, terms, literal, limit);
            List<Candidate> byVector = vectorSearch.search(connection, tenant, statistics.passages(), literal, limit);
            return Candidates.union(byWords, byVector, ideal);
        });
    }
}
