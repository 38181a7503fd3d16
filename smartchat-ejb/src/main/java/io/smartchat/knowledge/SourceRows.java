package io.smartchat.knowledge;

import io.smartchat.tenant.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What hangs on a source and is streamed or listed in plain SQL: its bytes and its chunks. */
final class SourceRows {

    private SourceRows() {}

    static void insertContent(Connection connection, UUID sourceId, SpooledFile file) throws SQLException, IOException {
        writeContent(connection, "insert into source_content (content, source_id) values (?, ?)", sourceId, file);
    }

    static void replaceContent(Connection connection, UUID sourceId, SpooledFile file)
            throws SQLException, IOException {
        writeContent(connection, "update source_content set content = ? where source_id = ?", sourceId, file);
    }

    private static void writeContent(Connection connection, String sql, UUID sourceId, SpooledFile file)
            throws SQLException, IOException {
        try (InputStream content = Files.newInputStream(file.path());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBinaryStream(1, content, file.size());
            statement.setObject(2, sourceId);
            statement.executeUpdate();
        }
    }

    /** A copy on disk that outlives the transaction and goes when the stream is closed. */
    static InputStream openContent(Connection connection, TenantId tenant, UUID sourceId)
            throws SQLException, IOException {
        String sql = "select c.content from source_content c join source s on s.id = c.source_id"
                + " where s.tenant_id = ? and s.id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, tenant.value());
            statement.setObject(2, sourceId);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("A source without content: " + sourceId);
                }
                try (InputStream content = row.getBinaryStream(1)) {
                    return SpooledFile.of(content, Long.MAX_VALUE).openOnce();
                }
            }
        }
    }

    static List<ChunkView> chunks(Connection connection, TenantId tenant, UUID sourceId, int limit, int offset)
            throws SQLException {
        String sql = "select id, page, start_offset, end_offset, content from chunk"
                + " where tenant_id = ? and source_id = ? order by ordinal limit ? offset ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, tenant.value());
            statement.setObject(2, sourceId);
            statement.setInt(3, limit);
            statement.setInt(4, offset);
            List<ChunkView> chunks = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    chunks.add(new ChunkView(
                            row.getLong(1),
                            row.getObject(2, Integer.class),
                            row.getInt(3),
                            row.getInt(4),
                            row.getString(5)));
                }
            }
            return chunks;
        }
    }
}
