package io.smartchat.rag.pgvector;

import io.smartchat.knowledge.StoredPassage;
import io.smartchat.llm.EmbeddingProfile;
import io.smartchat.rag.KnownLanguage;
import io.smartchat.rag.PassageAnalyzer;
import io.smartchat.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Writes passages' vectors and postings, and last of all the statistics, which concurrent writers share. */
final class PassageWriter {

    private static final int PASSAGES_A_STATEMENT = 500;
    private static final PassageAnalyzer ANALYZER = new PassageAnalyzer();

    private final Connection connection;
    private final TenantId tenant;
    private final EmbeddingProfile profile;

    PassageWriter(Connection connection, TenantId tenant, EmbeddingProfile profile) {
        this.connection = connection;
        this.tenant = tenant;
        this.profile = profile;
    }

    void add(UUID sourceId, List<StoredPassage> passages) throws SQLException {
        Map<String, Integer> df = new TreeMap<>();
        int withTerms = 0;
        long length = 0;
        for (int from = 0; from < passages.size(); from += PASSAGES_A_STATEMENT) {
            List<StoredPassage> batch = passages.subList(from, Math.min(passages.size(), from + PASSAGES_A_STATEMENT));
            insertVectors(sourceId, batch);
            List<Posting> postings = new ArrayList<>();
            for (StoredPassage passage : batch) {
                List<String> terms = ANALYZER.terms(passage.text());
                withTerms += terms.isEmpty() ? 0 : 1;
                length += terms.size();
                postings.addAll(Posting.of(passage.chunkId(), terms));
            }
            postings.forEach(posting -> df.merge(posting.term(), 1, Integer::sum));
            postings.sort(Posting.INDEX_ORDER);
            insertPostings(postings);
        }
        // The tenant's row first: whoever holds it is alone with the tenant's terms, so writers can't deadlock.
        addToTenant(withTerms, length);
        addToTerms(df);
    }

    private void insertVectors(UUID sourceId, List<StoredPassage> passages) throws SQLException {
        String sql = """
                insert into passage_vector (chunk_id, tenant_id, source_id, model_id, known_language, embedding)
                select id, ?, ?, ?, known, embedding::vector
                from unnest(?::bigint[], ?::boolean[], ?::text[]) x(id, known, embedding)""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, tenant.value());
            insert.setObject(2, sourceId);
            insert.setInt(3, profile.id());
            setArray(
                    insert,
                    4,
                    "int8",
                    passages.stream().map(StoredPassage::chunkId).toArray());
            setArray(
                    insert,
                    5,
                    "bool",
                    passages.stream()
                            .map(p -> KnownLanguage.of(p.text(), profile))
                            .toArray());
            setArray(
                    insert,
                    6,
                    "text",
                    passages.stream().map(p -> VectorLiteral.of(p.embedding())).toArray());
            insert.executeUpdate();
        }
    }

    private void insertPostings(List<Posting> postings) throws SQLException {
        String sql = """
                insert into posting (tenant_id, term, chunk_id, tf, dl)
                select ?, term, chunk_id, tf, dl
                from unnest(?::text[], ?::bigint[], ?::int[], ?::int[]) x(term, chunk_id, tf, dl)""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, tenant.value());
            setArray(insert, 2, "text", postings.stream().map(Posting::term).toArray());
            setArray(insert, 3, "int8", postings.stream().map(Posting::chunkId).toArray());
            setArray(insert, 4, "int4", postings.stream().map(Posting::tf).toArray());
            setArray(insert, 5, "int4", postings.stream().map(Posting::dl).toArray());
            insert.executeUpdate();
        }
    }

    private void addToTenant(int passages, long length) throws SQLException {
        String sql = """
                insert into tenant_stat as t (tenant_id, n, len) values (?, ?, ?)
                on conflict (tenant_id) do update set n = t.n + excluded.n, len = t.len + excluded.len""";
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setObject(1, tenant.value());
            upsert.setInt(2, passages);
            upsert.setLong(3, length);
            upsert.executeUpdate();
        }
    }

    private void addToTerms(Map<String, Integer> df) throws SQLException {
        String sql = """
                insert into term_stat as t (tenant_id, term, df)
                select ?, term, df from unnest(?::text[], ?::int[]) x(term, df) order by term collate "C"
                on conflict (tenant_id, term) do update set df = t.df + excluded.df""";
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setObject(1, tenant.value());
            setArray(upsert, 2, "text", df.keySet().toArray());
            setArray(upsert, 3, "int4", df.values().toArray());
            upsert.executeUpdate();
        }
    }

    private void setArray(PreparedStatement statement, int index, String type, Object[] values) throws SQLException {
        statement.setArray(index, connection.createArrayOf(type, values));
    }
}
