package io.smartchat.rag.pgvector;

import io.smartchat.rag.Bm25;
import io.smartchat.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many passages a tenant has, and in how many of them each term of a question stands.
 *
 * @param passages those with at least one term
 * @param df terms that stand in no passage are absent
 */
record TermStatistics(int passages, Map<String, Integer> df) {

    private static final String SQL = """
            select s.n, t.term, t.df from tenant_stat s
            left join term_stat t on t.tenant_id = s.tenant_id and t.term = any (?::text[])
            where s.tenant_id = ?""";

    static TermStatistics read(Connection connection, TenantId tenant, List<String> terms) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SQL)) {
            select.setArray(
                    1,
                    connection.createArrayOf("text", terms.stream().distinct().toArray()));
            select.setObject(2, tenant.value());
            ResultSet rows = select.executeQuery();
            int passages = 0;
            Map<String, Integer> df = new HashMap<>();
            while (rows.next()) {
                passages = rows.getInt(1);
                df.put(rows.getString(2), rows.getInt(3));
            }
            return new TermStatistics(passages, df);
        }
    }

    double ideal(List<String> terms) {
        return Bm25.ideal(terms, passages, df);
    }
}
