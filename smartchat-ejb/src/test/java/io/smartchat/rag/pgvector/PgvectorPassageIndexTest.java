package io.smartchat.rag.pgvector;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.rag.Candidate;
import io.smartchat.rag.Candidates;
import io.smartchat.rag.HashedEmbeddings;
import io.smartchat.rag.PassageIndex;
import io.smartchat.rag.PassageIndexContract;
import io.smartchat.rag.PostgresServer;
import io.smartchat.rag.Prose;
import io.smartchat.rag.Transactions;
import io.smartchat.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PgvectorPassageIndexTest extends PassageIndexContract {

    private static Transactions transactions;
    private static PassageIndex index;

    @BeforeAll
    static void open() {
        transactions = new Transactions(PostgresServer.newDatabase());
        index = new PgvectorPassageIndex(transactions.dataSource(), HashedEmbeddings.PROFILE);
    }

    @AfterAll
    static void close() throws SQLException {
        if (transactions != null) {
            transactions.close();
        }
    }

    @Override
    protected PassageIndex index() {
        return index;
    }

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Test
    void findsNearlyTheSamePassagesByTheVectorIndexAsByComparingAll() throws SQLException {
        PassageIndex indexed = new PgvectorPassageIndex(transactions.dataSource(), HashedEmbeddings.PROFILE, 0);
        TenantId tenant = knowledge().newTenant();
        knowledge().store(tenant, Prose.passages(600, 11));
        TenantId larger = knowledge().newTenant();
        knowledge().store(larger, Prose.passages(900, 12));

        // So few vectors the planner would rather sort; of a tenant as large as this search is meant for it does not.
        execute("set enable_sort = off");
        long scansBefore = scansOfTheVectorIndex();
        int found = 0;
        List<String> questions = Prose.passages(10, 13);
        for (String question : questions) {
            Set<Long> exact = byVector(index, tenant, question);
            Set<Long> near = byVector(indexed, tenant, question);
            assertThat(near).hasSize(100);
            near.retainAll(exact);
            found += near.size();
        }

        assertThat(found / (100.0 * questions.size())).isGreaterThan(.9);
        assertThat(scansOfTheVectorIndex() - scansBefore).isEqualTo(questions.size());
        execute("reset enable_sort");
    }

    @Test
    void leavesNoRowsOfARemovedSource() throws SQLException {
        TenantId tenant = knowledge().newTenant();
        UUID source = knowledge().store(tenant, "An apple a day", "A pear at night");

        knowledge().remove(tenant, source);

        for (String table : List.of("posting", "term_stat", "passage_vector")) {
            assertThat(rows(table, tenant)).as(table).isZero();
        }
    }

    @Test
    void leavesNoRowsOfARemovedTenant() throws SQLException {
        TenantId tenant = knowledge().newTenant("An apple a day", "A pear at night");

        knowledge().removeTenant(tenant);

        for (String table : List.of("posting", "term_stat", "tenant_stat", "passage_vector")) {
            assertThat(rows(table, tenant)).as(table).isZero();
        }
    }

    private static long scansOfTheVectorIndex() throws SQLException {
        try (Connection connection = transactions.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_stat_force_next_flush()");
            ResultSet row = statement.executeQuery(
                    "select idx_scan from pg_stat_user_indexes where indexrelname = 'passage_vector_model_1'");
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = transactions.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Set<Long> byVector(PassageIndex index, TenantId tenant, String question) {
        Candidates found = index.search(tenant, List.of("unknownword"), new HashedEmbeddings().embed(question), 100);
        return found.passages().stream().map(Candidate::chunkId).collect(Collectors.toCollection(HashSet::new));
    }

    private static int rows(String table, TenantId tenant) throws SQLException {
        try (Connection connection = transactions.dataSource().getConnection();
                PreparedStatement count =
                        connection.prepareStatement("select count(*) from " + table + " where tenant_id = ?")) {
            count.setObject(1, tenant.value());
            ResultSet row = count.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }
}
