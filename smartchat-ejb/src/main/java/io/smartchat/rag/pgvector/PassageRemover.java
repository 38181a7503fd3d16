package io.smartchat.rag.pgvector;

import io.smartchat.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Takes passages out, and out of the statistics. */
final class PassageRemover {

    private final Connection connection;
    private final TenantId tenant;

    PassageRemover(Connection connection, TenantId tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    void removeSource(UUID sourceId) throws SQLException {
        execute("select n from tenant_stat where tenant_id = ? for update", tenant.value());
        execute("""
                with gone as (
                  delete from posting where tenant_id = ? and chunk_id in
                    (select chunk_id from passage_vector where tenant_id = ? and source_id = ?)
                  returning term, chunk_id, tf),
                 term as (select term, count(*) df from gone group by term),
                 fewer as (
                  update term_stat t set df = t.df - term.df from term where t.tenant_id = ? and t.term = term.term)
                update tenant_stat t set n = t.n - gone.n, len = t.len - gone.len
                from (select count(distinct chunk_id) n, coalesce(sum(tf), 0) len from gone) gone
                where t.tenant_id = ?""", tenant.value(), tenant.value(), sourceId, tenant.value(), tenant.value());
        execute("delete from term_stat where tenant_id = ? and df <= 0", tenant.value());
        execute("delete from passage_vector where tenant_id = ? and source_id = ?", tenant.value(), sourceId);
    }

    void removeAll() throws SQLException {
        // Waits for ingestions under way, which hold the tenant's row too, instead of deadlocking with them later.
        execute("select id from tenant where id = ? for update", tenant.value());
        for (String table : new String[] {"tenant_stat", "term_stat", "posting", "passage_vector"}) {
            execute("delete from " + table + " where tenant_id = ?", tenant.value());
        }
    }

    private void execute(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
