package io.smartchat.rag.pgvector;

import io.smartchat.llm.EmbeddingProfile;
import io.smartchat.rag.Candidate;
import io.smartchat.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Nearest vectors of a tenant: exactly for a small one, by the HNSW index for a large one. The question's vector is read in
 * a sub-select, as PostgreSQL would otherwise parse its text again for every row.
 */
final class VectorSearch {

    // Materialized, because the planner would take the index over all tenants' vectors and find too few of this one's.
    private static final String EXACT = """
            with t as materialized (
              select chunk_id, embedding <=> (select ?::vector) distance, known_language from passage_vector
              where tenant_id = ? and model_id = %d)
            select chunk_id, 0, 1 - distance, known_language from t order by distance, chunk_id limit ?""";

    // The index holds half precision and its order is relaxed: sort again by the whole vectors.
    private static final String INDEXED = """
            with t as materialized (
              select chunk_id, embedding, known_language from passage_vector
              where tenant_id = ? and model_id = %1$d
              order by embedding::halfvec(%2$d) <=> ?::vector::halfvec(%2$d) limit ?)
            select chunk_id, 0, 1 - (embedding <=> (select ?::vector)), known_language from t order by 3 desc, 1""";

    // Not "set local": a search need not run in a transaction, and nothing else on the connection reads these.
    private static final String WIDEN =
            "select set_config('hnsw.ef_search', '200', false), set_config('hnsw.iterative_scan', 'relaxed_order', false)";

    private final String exact;
    private final String indexed;
    private final int exactUpTo;

    VectorSearch(EmbeddingProfile profile, int exactUpTo) {
        this.exact = EXACT.formatted(profile.id());
        this.indexed = INDEXED.formatted(profile.id(), profile.dimension());
        this.exactUpTo = exactUpTo;
    }

    List<Candidate> search(Connection connection, TenantId tenant, int passages, String vector, int limit)
            throws SQLException {
        return passages <= exactUpTo
                ? searchAll(connection, tenant, vector, limit)
                : searchIndex(connection, tenant, vector, limit);
    }

    private List<Candidate> searchAll(Connection connection, TenantId tenant, String vector, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(exact)) {
            select.setString(1, vector);
            select.setObject(2, tenant.value());
            select.setInt(3, limit);
            return CandidateRows.read(select);
        }
    }

    private List<Candidate> searchIndex(Connection connection, TenantId tenant, String vector, int limit)
            throws SQLException {
        try (PreparedStatement widen = connection.prepareStatement(WIDEN);
                PreparedStatement select = connection.prepareStatement(indexed)) {
            widen.execute();
            select.setObject(1, tenant.value());
            select.setString(2, vector);
            select.setInt(3, limit);
            select.setString(4, vector);
            return CandidateRows.read(select);
        }
    }
}
