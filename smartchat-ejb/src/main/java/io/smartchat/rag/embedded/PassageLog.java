package io.smartchat.rag.embedded;

import io.smartchat.knowledge.StoredPassage;
import io.smartchat.llm.EmbeddingProfile;
import io.smartchat.rag.Jdbc;
import io.smartchat.rag.KnownLanguage;
import io.smartchat.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Writes to the database what the index is made of: the passages' vectors, and a log of the sources that changed. The log
 * does not say what a change was: the index takes a source's present state, so that applying an entry twice does no harm.
 */
final class PassageLog {

    /** An index further behind is built anew, which is then no slower. */
    private static final int KEPT = 10_000;

    private final Jdbc jdbc;
    private final EmbeddingProfile profile;

    PassageLog(DataSource dataSource, EmbeddingProfile profile) {
        this.jdbc = new Jdbc(dataSource);
        this.profile = profile;
    }

    void add(TenantId tenant, UUID sourceId, List<StoredPassage> passages) {
        jdbc.run(connection -> {
            insert(connection, tenant, sourceId, passages);
            recordChange(connection, tenant, sourceId);
        });
    }

    void remove(TenantId tenant, UUID sourceId) {
        jdbc.run(connection -> {
            update(
                    connection,
                    "delete from passage_vector where tenant_id = ? and source_id = ?",
                    tenant.value(),
                    sourceId);
            recordChange(connection, tenant, sourceId);
        });
    }

    void removeTenant(TenantId tenant) {
        jdbc.run(connection -> {
            update(connection, "delete from passage_vector where tenant_id = ?", tenant.value());
            update(connection, "delete from index_change where tenant_id = ?", tenant.value());
        });
    }

    private void insert(Connection connection, TenantId tenant, UUID sourceId, List<StoredPassage> passages)
            throws SQLException {
        String sql = """
                insert into passage_vector (chunk_id, tenant_id, source_id, model_id, known_language, embedding)
                values (?, ?, ?, ?, ?, ?)""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (StoredPassage passage : passages) {
                insert.setLong(1, passage.chunkId());
                insert.setObject(2, tenant.value());
                insert.setObject(3, sourceId);
                insert.setInt(4, profile.id());
                insert.setBoolean(5, KnownLanguage.of(passage.text(), profile));
                insert.setBytes(6, VectorBytes.of(passage.embedding()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void recordChange(Connection connection, TenantId tenant, UUID sourceId) throws SQLException {
        // The lock makes a tenant's changes commit in the order of their ids; else the index could miss a late one.
        update(connection, "select id from tenant where id = ? for update", tenant.value());
        update(
                connection,
                "insert into index_change (tenant_id, source_id, stamp) values (?, ?, ?)",
                tenant.value(),
                sourceId,
                UUID.randomUUID());
        update(
                connection,
                "delete from index_change where tenant_id = ? and id < (select max(id) from index_change) - ?",
                tenant.value(),
                KEPT);
    }

    private static void update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
