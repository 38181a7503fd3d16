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
    void findsNearlyTheSamePassagesByTheVectorIndexAsByComparingAll() {
        PassageIndex indexed = new PgvectorPassageIndex(transactions.dataSource(), HashedEmbeddings.PROFILE, 0);
        TenantId tenant = knowledge().newTenant();
        knowledge().store(tenant, Prose.passages(1_500, 11));
        TenantId larger = knowledge().newTenant();
        knowledge().store(larger, Prose.passages(3_000, 12));

        int found = 0;
        List<String> questions = Prose.passages(20, 13);
        for (String question : questions) {
            Set<Long> exact = byVector(index, tenant, question);
            Set<Long> near = byVector(indexed, tenant, question);
            assertThat(near).hasSize(100);
            near.retainAll(exact);
            found += near.size();
        }

        assertThat(found / (100.0 * questions.size())).isGreaterThan(.9);
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
