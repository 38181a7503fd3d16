package io.smartchat.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smartchat.rag.embedded.EmbeddedPassageIndex;
import io.smartchat.rag.pgvector.PgvectorPassageIndex;
import io.smartchat.tenant.TenantId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who moves from the embedded store to PostgreSQL gets the same answers. */
class StoresAgreeTest {

    private static final int QUESTIONS = 40;

    @Test
    void bothStoresRankTheSamePassagesAlike(@TempDir Path directory) throws SQLException {
        List<String> texts = Prose.passages(1_200, 21);
        try (Transactions postgres = new Transactions(PostgresServer.newDatabase());
                Transactions h2 = new Transactions(EmbeddedDatabase.open(directory.resolve("database")));
                PassageIndex pgvector = new PgvectorPassageIndex(postgres.dataSource(), HashedEmbeddings.PROFILE);
                PassageIndex embedded = new EmbeddedPassageIndex(
                        h2.dataSource(), directory.resolve("index"), HashedEmbeddings.PROFILE)) {
            Store one = Store.of(postgres, pgvector, texts);
            Store other = Store.of(h2, embedded, texts);

            int shared = 0;
            for (int i = 0; i < QUESTIONS; i++) {
                String question = Prose.question(texts.get(i * 30));
                List<Passage> first = one.search(question);
                List<Passage> second = other.search(question);

                assertThat(first.get(0).text()).isEqualTo(second.get(0).text());
                for (int rank = 0; rank < 10; rank++) {
                    assertThat(first.get(rank).score())
                            .isCloseTo(second.get(rank).score(), within(.01));
                }
                Set<String> both =
                        new HashSet<>(first.stream().map(Passage::text).toList());
                both.retainAll(second.stream().map(Passage::text).toList());
                shared += both.size();
            }
            assertThat(shared / (10.0 * QUESTIONS)).isGreaterThan(.95);
        }
    }

    private record Store(RetrievalService retrieval, TenantId tenant) {

        static Store of(Transactions transactions, PassageIndex index, List<String> texts) {
            HashedEmbeddings embeddings = new HashedEmbeddings();
            KnowledgeBase knowledge = new KnowledgeBase(transactions, index, embeddings);
            TenantId tenant = knowledge.newTenant();
            knowledge.store(tenant, texts);
            return new Store(
                    new RetrievalService(index, embeddings, new PassageRows(transactions.dataSource())), tenant);
        }

        List<Passage> search(String question) {
            return retrieval.search(tenant, question, 10);
        }
    }
}
