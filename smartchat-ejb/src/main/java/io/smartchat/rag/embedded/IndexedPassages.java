package io.smartchat.rag.embedded;

import io.smartchat.llm.EmbeddingProfile;
import io.smartchat.rag.Jdbc;
import io.smartchat.tenant.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Reads from the database what the index is made of. */
final class IndexedPassages {

    private static final String SELECT = """
            select v.chunk_id, v.source_id, c.content, v.known_language, v.model_id, v.embedding
            from passage_vector v join chunk c on c.id = v.chunk_id
            where v.tenant_id = ?""";

    private final Jdbc jdbc;
    private final EmbeddingProfile profile;

    IndexedPassages(DataSource dataSource, EmbeddingProfile profile) {
        this.jdbc = new Jdbc(dataSource);
        this.profile = profile;
    }

    List<TenantId> tenants() {
        return jdbc.call(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select distinct tenant_id from index_change")) {
                ResultSet rows = select.executeQuery();
                List<TenantId> tenants = new ArrayList<>();
                while (rows.next()) {
                    tenants.add(new TenantId(rows.getObject(1, UUID.class)));
                }
                return tenants;
            }
        });
    }

    Optional<Change> latestChange(TenantId tenant) {
        return change(tenant, "id = (select max(id) from index_change where tenant_id = ?)", tenant.value());
    }

    boolean knows(TenantId tenant, Change change) {
        return change(tenant, "id = ?", change.id()).filter(change::equals).isPresent();
    }

    private Optional<Change> change(TenantId tenant, String condition, Object parameter) {
        return jdbc.call(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select id, stamp from index_change where tenant_id = ? and " + condition)) {
                select.setObject(1, tenant.value());
                select.setObject(2, parameter);
                ResultSet rows = select.executeQuery();
                return rows.next()
                        ? Optional.of(new Change(rows.getLong(1), rows.getObject(2, UUID.class)))
                        : Optional.empty();
            }
        });
    }

    List<UUID> sourcesChangedAfter(TenantId tenant, Change change) {
        return jdbc.call(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select distinct source_id from index_change where tenant_id = ? and id > ?")) {
                select.setObject(1, tenant.value());
                select.setLong(2, change.id());
                ResultSet rows = select.executeQuery();
                List<UUID> sources = new ArrayList<>();
                while (rows.next()) {
                    sources.add(rows.getObject(1, UUID.class));
                }
                return sources;
            }
        });
    }

    /** Hands on passages one by one, so that a whole tenant need not fit into memory. */
    void forEach(TenantId tenant, Consumer<IndexedPassage> receiver) {
        read(SELECT + " order by v.chunk_id", receiver, tenant.value());
    }

    void forEachOf(TenantId tenant, UUID sourceId, Consumer<IndexedPassage> receiver) {
        read(SELECT + " and v.source_id = ? order by v.chunk_id", receiver, tenant.value(), sourceId);
    }

    private void read(String sql, Consumer<IndexedPassage> receiver, Object... parameters) {
        jdbc.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    select.setObject(i + 1, parameters[i]);
                }
                ResultSet rows = select.executeQuery();
                while (rows.next()) {
                    receiver.accept(passage(rows));
                }
            }
        });
    }

    private IndexedPassage passage(ResultSet row) throws SQLException {
        return new IndexedPassage(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getBoolean(4),
                row.getInt(5) == profile.id() ? VectorBytes.toVector(row.getBytes(6)) : null);
    }
}
