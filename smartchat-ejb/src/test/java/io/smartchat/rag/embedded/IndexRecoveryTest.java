package io.smartchat.rag.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.llm.EmbeddingProfile;
import io.smartchat.rag.EmbeddedDatabase;
import io.smartchat.rag.HashedEmbeddings;
import io.smartchat.rag.KnowledgeBase;
import io.smartchat.rag.PassageIndex;
import io.smartchat.rag.Transactions;
import io.smartchat.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index is derived from the database: whatever happens to its files, the passages are found. */
class IndexRecoveryTest {

    private static final String APPLE = "An apple a day";
    private static final String PEAR = "A pear at night";
    private static final String PLUM = "A plum at noon";

    @TempDir
    private Path directory;

    private Path root;
    private Transactions transactions;
    private PassageIndex index;
    private KnowledgeBase knowledge;
    private TenantId tenant;

    @BeforeEach
    void open() {
        root = directory.resolve("index");
        transactions = new Transactions(EmbeddedDatabase.open(directory.resolve("database")));
        start();
        tenant = knowledge.newTenant(APPLE);
        assertThat(found()).containsExactly(APPLE);
    }

    @AfterEach
    void close() throws SQLException {
        index.close();
        transactions.close();
    }

    @Test
    void keepsTheIndexOverARestart() throws IOException {
        knowledge.store(tenant, PEAR);
        assertThat(found()).containsExactlyInAnyOrder(APPLE, PEAR);
        List<Path> before = files();

        restart();

        assertThat(found()).containsExactlyInAnyOrder(APPLE, PEAR);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void takesOverWhatWasStoredWhileTheIndexWasNotSearched() {
        UUID pear = knowledge.store(tenant, PEAR);
        restart();
        knowledge.store(tenant, PLUM);
        knowledge.remove(tenant, pear);
        restart();

        assertThat(found()).containsExactlyInAnyOrder(APPLE, PLUM);
    }

    @Test
    void buildsAMissingIndexAnew() throws IOException {
        index.close();
        IOUtils.rm(root);
        start();

        assertThat(found()).containsExactly(APPLE);
    }

    @Test
    void buildsADamagedIndexAnew() throws IOException {
        index.close();
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) ~bytes[i];
            }
            Files.write(file, bytes);
        }
        start();

        assertThat(found()).containsExactly(APPLE);
    }

    @Test
    void buildsAnIndexAnewThatLostAFile() throws IOException {
        index.close();
        for (Path file : files()) {
            if (!file.getFileName().toString().startsWith("segments")) {
                Files.delete(file);
            }
        }
        start();

        assertThat(found()).containsExactly(APPLE);
    }

    @Test
    void buildsAnIndexAnewWhoseFilesWereCutShort() throws IOException {
        index.close();
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        }
        start();

        assertThat(found()).containsExactly(APPLE);
    }

    @Test
    void bringsAnIndexFromABackupUpToDate() throws IOException {
        Path backup = backUpIndex();
        knowledge.store(tenant, PEAR);
        assertThat(found()).hasSize(2);

        restoreIndex(backup);

        assertThat(found()).containsExactlyInAnyOrder(APPLE, PEAR);
    }

    @Test
    void buildsAnIndexAnewThatTheLogDoesNotReachBackTo() throws IOException {
        Path backup = backUpIndex();
        knowledge.store(tenant, PEAR);
        knowledge.store(tenant, PLUM);
        execute("delete from index_change where id < (select max(id) from index_change)");

        restoreIndex(backup);

        assertThat(found()).containsExactlyInAnyOrder(APPLE, PEAR, PLUM);
    }

    @Test
    void buildsAnIndexAnewThatIsAheadOfARestoredDatabase() {
        execute("script to '" + directory.resolve("backup.sql") + "'");
        knowledge.store(tenant, PEAR);
        assertThat(found()).hasSize(2);

        execute("drop all objects");
        execute("runscript from '" + directory.resolve("backup.sql") + "'");
        knowledge.store(tenant, PLUM);

        assertThat(found()).containsExactlyInAnyOrder(APPLE, PLUM);
    }

    @Test
    void buildsAnIndexAnewThatSawATransactionRolledBack() {
        List<String> pear = List.of(PEAR);
        try {
            transactions.run(connection -> {
                knowledge.store(connection, tenant, UUID.randomUUID(), pear, new HashedEmbeddings().embedAll(pear));
                assertThat(found()).hasSize(2);
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("rolled back");
        }

        assertThat(found()).containsExactly(APPLE);
    }

    @Test
    void buildsTheIndexAnewForAnotherEmbeddingModel() {
        index.close();
        EmbeddingProfile other = new EmbeddingProfile(2, 8, 0, .4, false);
        try (PassageIndex changed = new EmbeddedPassageIndex(transactions.dataSource(), root, other)) {
            assertThat(changed.search(tenant, List.of("appl"), new float[] {1, 0, 0, 0, 0, 0, 0, 0}, 10)
                            .passages())
                    .singleElement()
                    .satisfies(candidate -> assertThat(candidate.bm25()).isPositive())
                    .satisfies(candidate -> assertThat(candidate.cosine()).isZero());
        }
    }

    @Test
    void deletesTheFilesOfARemovedTenant() {
        assertThat(root.resolve(tenant.toString())).exists();

        knowledge.removeTenant(tenant);

        assertThat(root.resolve(tenant.toString())).doesNotExist();
        assertThat(found()).isEmpty();
        assertThat(root.resolve(tenant.toString())).doesNotExist();
    }

    @Test
    void preparingAllBuildsWhatIsMissingAndDeletesWhatIsNobodys() throws IOException {
        TenantId other = knowledge.newTenant(PEAR);
        Path stray = Files.createDirectories(root.resolve(UUID.randomUUID().toString()));
        Files.writeString(stray.resolve("segments_1"), "left by a crash");

        index.prepareAll();

        assertThat(stray).doesNotExist();
        assertThat(root.resolve(other.toString())).exists();
    }

    @Test
    void keepsTheLogShort() throws SQLException {
        for (int i = 0; i < 3; i++) {
            knowledge.store(tenant, PEAR + i);
            execute("alter table index_change alter column id restart with " + (i + 1) * 20_000);
        }
        knowledge.store(tenant, PLUM);

        try (Statement statement = transactions.dataSource().getConnection().createStatement();
                var row = statement.executeQuery("select count(*) from index_change")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
        }
        assertThat(found()).hasSize(5);
    }

    private List<String> found() {
        return knowledge.search(tenant, "apple pear plum", 10).passages().stream()
                .map(candidate -> knowledge.text(candidate.chunkId()))
                .toList();
    }

    private void start() {
        index = new EmbeddedPassageIndex(transactions.dataSource(), root, HashedEmbeddings.PROFILE);
        knowledge = new KnowledgeBase(transactions, index, new HashedEmbeddings());
    }

    private void restart() {
        index.close();
        start();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(tenant.toString()))) {
            return files.sorted().toList();
        }
    }

    private Path backUpIndex() throws IOException {
        Path backup = Files.createDirectory(directory.resolve("backup"));
        for (Path file : files()) {
            Files.copy(file, backup.resolve(file.getFileName()));
        }
        return backup;
    }

    private void restoreIndex(Path backup) throws IOException {
        index.close();
        Path target = root.resolve(tenant.toString());
        IOUtils.rm(target);
        Files.move(backup, target);
        start();
    }

    private void execute(String sql) {
        transactions.run(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }
}
