package io.smartchat.rag.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.rag.EmbeddedDatabase;
import io.smartchat.rag.HashedEmbeddings;
import io.smartchat.rag.KnowledgeBase;
import io.smartchat.rag.PassageIndex;
import io.smartchat.rag.Prose;
import io.smartchat.rag.Transactions;
import io.smartchat.tenant.TenantId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledServerTest {

    /** The process to be killed: stores, searches and reports without end. */
    public static final class Victim {

        private Victim() {}

        @SuppressWarnings("InfiniteLoopStatement")
        public static void main(String[] arguments) {
            Path directory = Path.of(arguments[0]);
            Transactions transactions = new Transactions(EmbeddedDatabase.open(directory.resolve("database")));
            PassageIndex index = new EmbeddedPassageIndex(
                    transactions.dataSource(), directory.resolve("index"), HashedEmbeddings.PROFILE);
            KnowledgeBase knowledge = new KnowledgeBase(transactions, index, new HashedEmbeddings());
            TenantId tenant = knowledge.newTenant();
            report(tenant.toString());
            for (int i = 0; ; i++) {
                knowledge.store(
                        tenant, "document" + i + " " + Prose.passages(1, i).get(0));
                report("document" + i);
                knowledge.search(tenant, "document" + i, 10);
            }
        }

        private static void report(String line) {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            System.out.write(bytes, 0, bytes.length);
            System.out.flush();
        }
    }

    @Test
    void nothingThatWasCommittedIsLostWhenTheServerIsKilled(@TempDir Path directory)
            throws IOException, InterruptedException, SQLException {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> stored = new ArrayList<>();
        TenantId tenant;
        try (BufferedReader reports = victim.inputReader(StandardCharsets.UTF_8)) {
            tenant = new TenantId(UUID.fromString(reports.readLine()));
            while (stored.size() < 40) {
                stored.add(reports.readLine());
            }
            victim.destroyForcibly().waitFor();
        }

        try (Transactions transactions = new Transactions(EmbeddedDatabase.open(directory.resolve("database")));
                PassageIndex index = new EmbeddedPassageIndex(
                        transactions.dataSource(), directory.resolve("index"), HashedEmbeddings.PROFILE)) {
            KnowledgeBase knowledge = new KnowledgeBase(transactions, index, new HashedEmbeddings());

            for (String document : stored) {
                assertThat(knowledge.textsByWords(tenant, document))
                        .singleElement()
                        .asString()
                        .startsWith(document + " ");
            }
        }
    }
}
