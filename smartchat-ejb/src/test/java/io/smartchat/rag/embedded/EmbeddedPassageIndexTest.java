package io.smartchat.rag.embedded;

import io.smartchat.rag.EmbeddedDatabase;
import io.smartchat.rag.HashedEmbeddings;
import io.smartchat.rag.PassageIndex;
import io.smartchat.rag.PassageIndexContract;
import io.smartchat.rag.Transactions;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPassageIndexTest extends PassageIndexContract {

    private static Transactions transactions;
    private static PassageIndex index;

    @BeforeAll
    static void open(@TempDir Path directory) {
        transactions = new Transactions(EmbeddedDatabase.open(directory.resolve("database")));
        index = new EmbeddedPassageIndex(
                transactions.dataSource(), directory.resolve("index"), HashedEmbeddings.PROFILE);
    }

    @AfterAll
    static void close() throws SQLException {
        index.close();
        transactions.close();
    }

    @Override
    protected PassageIndex index() {
        return index;
    }

    @Override
    protected Transactions transactions() {
        return transactions;
    }
}
