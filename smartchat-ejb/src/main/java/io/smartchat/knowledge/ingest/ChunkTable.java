package io.smartchat.knowledge.ingest;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** The passages of a source; written as a whole, never changed. To be called in a transaction. */
final class ChunkTable {

    private static final int BATCH = 500;

    private final Jdbc jdbc;

    ChunkTable(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    boolean existFor(Claim claim) {
        return !jdbc.query(
                        "select 1 from chunk where tenant_id = ? and source_id = ? limit 1",
                        row -> row.getInt(1),
                        claim.tenant().value(),
                        claim.sourceId())
                .isEmpty();
    }

    void deleteOf(Claim claim) {
        jdbc.update(
                "delete from chunk where tenant_id = ? and source_id = ?",
                claim.tenant().value(),
                claim.sourceId());
    }

    /** @return the new rows' ids, in the order of {@code chunks} */
    List<Long> insert(Claim claim, List<Chunk> chunks) {
        String sql = "insert into chunk (tenant_id, source_id, ordinal, page, start_offset, end_offset, content)"
                + " values (?, ?, ?, ?, ?, ?, ?)";
        return jdbc.call(connection -> {
            List<Long> ids = new ArrayList<>(chunks.size());
            try (PreparedStatement statement = connection.prepareStatement(sql, new String[] {"id"})) {
                for (int i = 0; i < chunks.size(); i++) {
                    bind(statement, claim, i, chunks.get(i));
                    statement.addBatch();
                    if ((i + 1) % BATCH == 0 || i + 1 == chunks.size()) {
                        statement.executeBatch();
                        collectIds(statement, ids);
                    }
                }
            }
            return ids;
        });
    }

    private static void bind(PreparedStatement statement, Claim claim, int ordinal, Chunk chunk) throws SQLException {
        statement.setObject(1, claim.tenant().value());
        statement.setObject(2, claim.sourceId());
        statement.setInt(3, ordinal);
        statement.setObject(4, chunk.page(), Types.INTEGER);
        statement.setInt(5, chunk.start());
        statement.setInt(6, chunk.end());
        statement.setString(7, chunk.text());
    }

    private static void collectIds(PreparedStatement statement, List<Long> ids) throws SQLException {
        try (ResultSet keys = statement.getGeneratedKeys()) {
            while (keys.next()) {
                ids.add(keys.getLong(1));
            }
        }
    }
}
