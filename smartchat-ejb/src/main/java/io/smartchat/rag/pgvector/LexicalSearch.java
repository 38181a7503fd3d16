package io.smartchat.rag.pgvector;

import io.smartchat.llm.EmbeddingProfile;
import io.smartchat.rag.Bm25;
import io.smartchat.rag.Candidate;
import io.smartchat.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * BM25 over the postings. The rarest terms choose the candidates until {@link #CHOOSING_POSTINGS} are read; the common
 * ones, which would cost most and tell least, only re-score them.
 */
final class LexicalSearch {

    private static final int CHOOSING_POSTINGS = 10_000;

    private final String sql;

    LexicalSearch(EmbeddingProfile profile) {
        String score = "sum(w.qtf * w.idf * p.tf / (p.tf + %s::float8 * (%s::float8 + %s::float8 * p.dl / w.a)))"
                .formatted(Bm25.K1, 1 - Bm25.B, Bm25.B);
        this.sql = """
                with q as (select term, count(*)::float8 qtf from unnest(?::text[]) x(term) group by 1),
                 s as (select n, len::float8 / n a from tenant_stat where tenant_id = ? and n > 0),
                 w as materialized (
                   select q.term, q.qtf, ln(1 + (s.n - t.df + .5::float8) / (t.df + .5::float8)) idf, s.a,
                     coalesce(sum(t.df) over (order by t.df, q.term
                       rows between unbounded preceding and 1 preceding), 0) cum
                   from q join term_stat t on t.tenant_id = ? and t.term = q.term cross join s),
                 c as materialized (
                   select p.chunk_id, %1$s s from w
                   join posting p on p.tenant_id = ? and p.term = w.term
                   where w.cum < %2$d group by 1 order by 2 desc, 1 limit 3 * ?),
                 l as materialized (
                   select c.chunk_id, c.s + coalesce((select %1$s from w
                     join posting p on p.tenant_id = ? and p.term = w.term and p.chunk_id = c.chunk_id
                     where w.cum >= %2$d), 0) score
                   from c order by 2 desc, 1 limit ?)
                select l.chunk_id, l.score,
                  coalesce(case when v.model_id = %3$d then 1 - (v.embedding <=> (select ?::vector)) end, 0),
                  v.known_language
                from l join passage_vector v on v.chunk_id = l.chunk_id and v.tenant_id = ?
                order by l.score desc, l.chunk_id""".formatted(score, CHOOSING_POSTINGS, profile.id());
    }

    List<Candidate> search(Connection connection, TenantId tenant, List<String> terms, String vector, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", terms.toArray()));
            select.setObject(2, tenant.value());
            select.setObject(3, tenant.value());
            select.setObject(4, tenant.value());
            select.setInt(5, limit);
            select.setObject(6, tenant.value());
            select.setInt(7, limit);
            select.setString(8, vector);
            select.setObject(9, tenant.value());
            return CandidateRows.read(select);
        }
    }
}
