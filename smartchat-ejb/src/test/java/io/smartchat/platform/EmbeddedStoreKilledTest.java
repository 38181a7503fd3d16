package io.smartchat.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the embedded database has committed outlives {@code kill -9}, opened as the server opens it. The loss that H2
 * 2.5.252 had under another load (docs/adr/0002) did not show under this one.
 */
class EmbeddedStoreKilledTest {

    private static final int ROUNDS = 6;
    private static final Path SERVER = Path.of("../liberty/src/main/liberty/config/server.xml");
    private static final Pattern DEFAULT_URL = Pattern.compile("name=\"DATABASE_URL\" defaultValue=\"([^\"]+)\"");

    /** The process to be killed: commits from several threads and reports what is committed, without end. */
    public static final class Victim {

        private static final int WRITERS = 4;
        private static final int BULK_WRITERS = 3;
        private static final int BULK = 300;
        private static final String LINE = "x".repeat(3000);

        private Victim() {}

        public static void main(String[] arguments) throws SQLException {
            String url = arguments[0];
            String round = arguments[1];
            try (Connection connection = open(url)) {
                connection
                        .createStatement()
                        .execute("create table if not exists acknowledged (id varchar(40) primary key, text varchar)");
                connection
                        .createStatement()
                        .execute(
                                "create table if not exists bulk (id bigint generated always as identity primary key, batch varchar(40), text varchar)");
                connection.createStatement().execute("create index if not exists bulk_batch on bulk (batch)");
            }
            for (int i = 0; i < WRITERS; i++) {
                String name = round + "-" + i + "-";
                new Thread(() -> write(url, name)).start();
            }
            for (int i = 0; i < BULK_WRITERS; i++) {
                String name = round + "-" + i + "-";
                new Thread(() -> writeInBulk(url, name)).start();
            }
        }

        private static void write(String url, String name) {
            Random random = new Random(name.hashCode());
            try (Connection connection = open(url);
                    PreparedStatement insert = connection.prepareStatement("insert into acknowledged values (?, ?)")) {
                for (int i = 0; ; i++) {
                    insert.setString(1, name + i);
                    insert.setString(2, LINE.substring(random.nextInt(LINE.length())));
                    insert.executeUpdate();
                    report(name + i);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void writeInBulk(String url, String name) {
            try (Connection connection = open(url);
                    PreparedStatement insert =
                            connection.prepareStatement("insert into bulk (batch, text) values (?, ?)");
                    PreparedStatement delete = connection.prepareStatement("delete from bulk where batch = ?")) {
                connection.setAutoCommit(false);
                for (int batch = 0; ; batch++) {
                    for (int i = 0; i < BULK; i++) {
                        insert.setString(1, name + batch);
                        insert.setString(2, LINE.substring(0, 600));
                        insert.addBatch();
                    }
                    insert.executeBatch();
                    connection.commit();
                    delete.setString(1, name + (batch - 2));
                    delete.executeUpdate();
                    connection.commit();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static synchronized void report(String line) {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            System.out.write(bytes, 0, bytes.length);
            System.out.flush();
        }
    }

    @Test
    void whatIsCommittedIsThereAfterAKill(@TempDir Path directory)
            throws IOException, InterruptedException, SQLException {
        String url = url(directory);
        Set<String> committed = new HashSet<>();
        Random random = new Random();
        for (int round = 0; round < ROUNDS; round++) {
            committed.addAll(committedBeforeAKill(url, round, 50 + random.nextInt(300)));

            assertThat(committed).as("round %d", round).isSubsetOf(stored(url));
        }
    }

    private static List<String> committedBeforeAKill(String url, int round, int atLeast)
            throws IOException, InterruptedException {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        url,
                        String.valueOf(round))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> reports = new ArrayList<>();
        try (BufferedReader lines = victim.inputReader(StandardCharsets.UTF_8)) {
            while (reports.size() < atLeast) {
                reports.add(Objects.requireNonNull(lines.readLine(), "The writers ended by themselves"));
            }
        } finally {
            victim.destroyForcibly().waitFor();
        }
        return reports;
    }

    private static Set<String> stored(String url) throws SQLException {
        Set<String> ids = new HashSet<>();
        try (Connection connection = open(url);
                ResultSet rows = connection.createStatement().executeQuery("select id from acknowledged")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private static Connection open(String url) throws SQLException {
        return DriverManager.getConnection(url, "smartchat", "");
    }

    private static String url(Path directory) throws IOException {
        Matcher url = DEFAULT_URL.matcher(Files.readString(SERVER));
        assertThat(url.find()).isTrue();
        return url.group(1).replace("${SMARTCHAT_DATA_DIR}", directory.toString());
    }
}
