package io.smartchat.rag;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.rag.embedded.EmbeddedPassageIndex;
import io.smartchat.tenant.TenantId;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalServiceTest {

    private static final String RETURNS = "You can return the shoes within thirty days of the delivery";
    private static final String SHIPPING = "We ship to all of Europe and the delivery takes three days";
    private static final String CARE = "Clean the leather of the shoes with a soft cloth and some wax";

    private Transactions transactions;
    private PassageIndex index;
    private KnowledgeBase knowledge;
    private RetrievalService retrieval;

    @BeforeEach
    void open(@TempDir Path directory) {
        HashedEmbeddings embeddings = new HashedEmbeddings();
        transactions = new Transactions(EmbeddedDatabase.open(directory.resolve("database")));
        index = new EmbeddedPassageIndex(
                transactions.dataSource(), directory.resolve("index"), HashedEmbeddings.PROFILE);
        knowledge = new KnowledgeBase(transactions, index, embeddings);
        retrieval = new RetrievalService(index, embeddings, new PassageRows(transactions.dataSource()));
    }

    @AfterEach
    void close() throws SQLException {
        index.close();
        transactions.close();
    }

    @Test
    void givesThePassageItsPlaceAndItsScores() {
        TenantId tenant = knowledge.newTenant();
        UUID source = knowledge.store(tenant, SHIPPING, RETURNS, CARE);

        Passage best = retrieval
                .search(tenant, "Until when can I return the shoes?", 3)
                .get(0);

        assertThat(best.text()).isEqualTo(RETURNS);
        assertThat(best.sourceId()).isEqualTo(source);
        assertThat(best.filename()).isEqualTo(source + ".txt");
        assertThat(best.page()).isEqualTo(2);
        assertThat(best.startOffset()).isZero();
        assertThat(best.endOffset()).isEqualTo(RETURNS.length());
        assertThat(best.score()).isBetween(.1, 1.0);
        assertThat(best.vectorScore()).isBetween(.1, 1.0);
        assertThat(best.lexicalScore()).isBetween(.1, 1.0);
    }

    @Test
    void givesTheBestFirstAndNoMoreThanAskedFor() {
        TenantId tenant = knowledge.newTenant(SHIPPING, RETURNS, CARE);

        assertThat(retrieval.search(tenant, "delivery", 10))
                .hasSize(3)
                .extracting(Passage::score)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(retrieval.search(tenant, "leather shoes", 1))
                .extracting(Passage::text)
                .containsExactly(CARE);
        assertThat(retrieval.search(tenant, "leather shoes", 0)).isEmpty();
    }

    @Test
    void isSureOfTheAnswerEvenAmongAFewPassages() {
        TenantId tenant = knowledge.newTenant("product: Y300 Kettle; price: 39.50; stock: 220", CARE);

        assertThat(retrieval
                        .search(tenant, "How much is the Y300 kettle?", 1)
                        .get(0)
                        .score())
                .isGreaterThan(.25);
        assertThat(retrieval
                        .search(tenant, "Wie viel kostet der Y300 Kettle?", 1)
                        .get(0)
                        .score())
                .isGreaterThan(.20);
        assertThat(retrieval
                        .search(tenant, "Who is the president of France?", 1)
                        .get(0)
                        .score())
                .isLessThan(.20);
    }

    @Test
    void findsAQuestionOfFunctionWordsAlone() {
        TenantId tenant = knowledge.newTenant(RETURNS);

        assertThat(retrieval.search(tenant, "within of the", 1)).hasSize(1);
    }

    @Test
    void leavesThePageOutWhereTheDocumentHasNone() {
        TenantId tenant = knowledge.newTenant(RETURNS);
        update("update chunk set page = null where tenant_id = ?", tenant);

        assertThat(retrieval.search(tenant, "return", 1).get(0).page()).isNull();
    }

    @Test
    void findsNothingForAQuestionWithoutWords() {
        TenantId tenant = knowledge.newTenant(RETURNS);

        assertThat(retrieval.search(tenant, "", 5)).isEmpty();
        assertThat(retrieval.search(tenant, " ?! ", 5)).isEmpty();
    }

    @Test
    void findsNothingOfAnotherTenant() {
        knowledge.newTenant(RETURNS);

        assertThat(retrieval.search(knowledge.newTenant(), "return the shoes", 5))
                .isEmpty();
        assertThat(retrieval.search(knowledge.newTenant(CARE), "return the shoes within thirty days", 5))
                .extracting(Passage::text)
                .containsExactly(CARE);
    }

    @Test
    void leavesOutAPassageWhoseRowIsGone() {
        TenantId tenant = knowledge.newTenant(RETURNS, CARE);
        index.prepare(tenant);
        update("delete from chunk where tenant_id = ? and ordinal = 0", tenant);

        assertThat(retrieval.search(tenant, "shoes", 5))
                .extracting(Passage::text)
                .containsExactly(CARE);
    }

    @Test
    void answersAVeryLongQuestion() {
        TenantId tenant = knowledge.newTenant(RETURNS, CARE);
        String question = "leather wax " + String.join(" ", Prose.passages(60, 3));

        assertThat(retrieval.search(tenant, question, 2))
                .filteredOn(passage -> passage.lexicalScore() > 0)
                .extracting(Passage::text)
                .containsExactly(CARE);
    }

    private void update(String sql, TenantId tenant) {
        transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, tenant.value());
                statement.executeUpdate();
            }
        });
    }
}
