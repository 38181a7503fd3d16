package io.smartchat.rag;

import io.smartchat.tenant.TenantId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads what the chosen passages say and where they stand. */
@ApplicationScoped
public class PassageRows {

    @Resource(lookup = "jdbc/smartchat")
    private DataSource dataSource;

    PassageRows() {}

    PassageRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The passages, in the order of {@code ranking}; those whose rows are gone or another tenant's are left out. */
    List<Passage> load(TenantId tenant, List<Fusion.Scored> ranking) {
        if (ranking.isEmpty()) {
            return List.of();
        }
        String marks = String.join(", ", Collections.nCopies(ranking.size(), "?"));
        String sql = "select c.id, c.source_id, s.filename, c.page, c.start_offset, c.end_offset, c.content"
                + " from chunk c join source s on s.id = c.source_id"
                + " where c.tenant_id = ? and c.id in (" + marks + ")";
        Map<Long, Fusion.Scored> scores = new HashMap<>();
        ranking.forEach(scored -> scores.put(scored.chunkId(), scored));
        Map<Long, Passage> found = new Jdbc(dataSource).call(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setObject(1, tenant.value());
                for (int i = 0; i < ranking.size(); i++) {
                    select.setLong(i + 2, ranking.get(i).chunkId());
                }
                return passages(select.executeQuery(), scores);
            }
        });
        return ranking.stream()
                .map(Fusion.Scored::chunkId)
                .filter(found::containsKey)
                .map(found::get)
                .toList();
    }

    /** Whether the tenant has fewer passages than {@code number}. */
    boolean isFewerThan(int number, TenantId tenant) {
        return new Jdbc(dataSource).call(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select count(*) from (select 1 from chunk where tenant_id = ? limit ?) counted")) {
                select.setObject(1, tenant.value());
                select.setInt(2, number);
                ResultSet count = select.executeQuery();
                return count.next() && count.getInt(1) < number;
            }
        });
    }

    private static Map<Long, Passage> passages(ResultSet rows, Map<Long, Fusion.Scored> scores) throws SQLException {
        Map<Long, Passage> passages = new HashMap<>();
        while (rows.next()) {
            Fusion.Scored scored = scores.get(rows.getLong(1));
            int page = rows.getInt(4);
            passages.put(
                    scored.chunkId(),
                    new Passage(
                            scored.chunkId(),
                            rows.getObject(2, UUID.class),
                            rows.getString(3),
                            page == 0 ? null : page,
                            rows.getInt(5),
                            rows.getInt(6),
                            rows.getString(7),
                            share(scored.score()),
                            share(scored.vectorScore()),
                            share(scored.lexicalScore())));
        }
        return passages;
    }

    private static double share(double score) {
        return Math.max(0, Math.min(1, score));
    }
}
