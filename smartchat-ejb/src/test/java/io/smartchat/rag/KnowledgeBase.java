package io.smartchat.rag;

import io.smartchat.knowledge.StoredPassage;
import io.smartchat.llm.Embeddings;
import io.smartchat.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Stores and removes documents as the knowledge feature does, telling the index in the same transaction. */
public final class KnowledgeBase {

    private final Transactions transactions;
    private final PassageIndex index;
    private final Embeddings embeddings;

    public KnowledgeBase(Transactions transactions, PassageIndex index, Embeddings embeddings) {
        this.transactions = transactions;
        this.index = index;
        this.embeddings = embeddings;
    }

    public TenantId newTenant() {
        TenantId tenant = TenantId.random();
        transactions.run(connection -> execute(
                connection,
                "insert into tenant (id, name, created_at) values (?, 'Tenant', current_timestamp)",
                tenant.value()));
        return tenant;
    }

    /** A tenant with one source. */
    public TenantId newTenant(String... texts) {
        TenantId tenant = newTenant();
        store(tenant, texts);
        return tenant;
    }

    public UUID store(TenantId tenant, String... texts) {
        return store(tenant, List.of(texts));
    }

    public UUID store(TenantId tenant, List<String> texts) {
        List<float[]> vectors = embeddings.embedAll(texts);
        UUID source = UUID.randomUUID();
        transactions.run(connection -> store(connection, tenant, source, texts, vectors));
        return source;
    }

    /** Stores a source within a transaction under way. */
    public void store(Connection connection, TenantId tenant, UUID source, List<String> texts, List<float[]> vectors)
            throws SQLException {
        List<Integer> pages = IntStream.rangeClosed(1, texts.size()).boxed().toList();
        store(connection, tenant, source, source + ".txt", pages, texts, vectors);
    }

    /** Stores a document under its name; a page is null where it has none. */
    public void store(TenantId tenant, String filename, List<@Nullable Integer> pages, List<String> texts) {
        List<float[]> vectors = embeddings.embedAll(texts);
        transactions.run(connection -> store(connection, tenant, UUID.randomUUID(), filename, pages, texts, vectors));
    }

    private void store(
            Connection connection,
            TenantId tenant,
            UUID source,
            String filename,
            List<@Nullable Integer> pages,
            List<String> texts,
            List<float[]> vectors)
            throws SQLException {
        execute(
                connection,
                "insert into source (id, tenant_id, filename, source_type, size_bytes, sha256, status, progress,"
                        + " chunk_count, created_at, updated_at)"
                        + " values (?, ?, ?, 'txt', 1, ?, 'ready', 100, 1, current_timestamp, current_timestamp)",
                source,
                tenant.value(),
                filename,
                source.toString());
        List<StoredPassage> passages = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            passages.add(new StoredPassage(
                    insertChunk(connection, tenant, source, i, pages.get(i), texts.get(i)),
                    texts.get(i),
                    vectors.get(i)));
        }
        index.add(tenant, source, passages);
    }

    public void remove(TenantId tenant, UUID source) {
        transactions.run(connection -> remove(connection, tenant, source));
    }

    /** Removes a source within a transaction under way. */
    public void remove(Connection connection, TenantId tenant, UUID source) throws SQLException {
        index.remove(tenant, source);
        execute(connection, "delete from source where id = ?", source);
    }

    public void removeTenant(TenantId tenant) {
        transactions.run(connection -> {
            index.removeTenant(tenant);
            execute(connection, "delete from tenant where id = ?", tenant.value());
        });
    }

    public Candidates search(TenantId tenant, String query, int limit) {
        return index.search(tenant, new PassageAnalyzer().terms(query), embeddings.embed(query), limit);
    }

    /** The search that answers use, on this index. */
    public RetrievalService retrieval() {
        return new RetrievalService(index, embeddings, new PassageRows(transactions.dataSource()));
    }

    /** The texts of the passages found, by lexical score, then by chunk; those without a common word left out. */
    public List<String> textsByWords(TenantId tenant, String query) {
        return search(tenant, query, 100).passages().stream()
                .filter(candidate -> candidate.bm25() > 0)
                .sorted(Comparator.comparingDouble(Candidate::bm25).reversed().thenComparingLong(Candidate::chunkId))
                .map(candidate -> text(candidate.chunkId()))
                .toList();
    }

    public String text(long chunk) {
        return new Jdbc(transactions.dataSource()).call(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select content from chunk where id = ?")) {
                select.setLong(1, chunk);
                ResultSet row = select.executeQuery();
                row.next();
                return row.getString(1);
            }
        });
    }

    /** Where in its source each of the tenant's chunks stands, from 0. */
    public Map<Long, Integer> ordinals(TenantId tenant) {
        return new Jdbc(transactions.dataSource()).call(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select id, ordinal from chunk where tenant_id = ?")) {
                select.setObject(1, tenant.value());
                ResultSet rows = select.executeQuery();
                Map<Long, Integer> ordinals = new HashMap<>();
                while (rows.next()) {
                    ordinals.put(rows.getLong(1), rows.getInt(2));
                }
                return ordinals;
            }
        });
    }

    private static long insertChunk(
            Connection connection, TenantId tenant, UUID source, int ordinal, @Nullable Integer page, String text)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into chunk (tenant_id, source_id, ordinal, page, start_offset, end_offset, content)"
                        + " values (?, ?, ?, ?, 0, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setObject(1, tenant.value());
            insert.setObject(2, source);
            insert.setInt(3, ordinal);
            insert.setObject(4, page);
            insert.setInt(5, text.length());
            insert.setString(6, text);
            insert.executeUpdate();
            ResultSet keys = insert.getGeneratedKeys();
            keys.next();
            return keys.getLong("id");
        }
    }

    private static void execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
