package io.smartchat.rag;

import io.smartchat.startup.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.opentest4j.TestAbortedException;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL with pgvector, one for all tests of a JVM, stopped when it ends. */
public final class PostgresServer {

    private static final Path SCRIPT = findScript();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Path directory;
    private final String url;
    private final String failure;

    private PostgresServer(Path directory, String url, String failure) {
        this.directory = directory;
        this.url = url;
        this.failure = failure;
    }

    private static final class Shared {
        static final PostgresServer SERVER = start();
    }

    /** A new database with the schema; the test is skipped, with the reason, where PostgreSQL can't be provided. */
    public static DataSource newDatabase() {
        PostgresServer server = Shared.SERVER;
        if (!server.failure.isEmpty()) {
            throw new TestAbortedException("No PostgreSQL to test with: " + server.failure);
        }
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection = dataSource(server.url).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        DataSource database = dataSource(server.url.replaceFirst("[^/]*$", name));
        Migrations.migrate(database);
        return database;
    }

    /** Stops the server before the JVM ends, where that outlives the program. */
    public static void stop() {
        stop(Shared.SERVER.directory);
    }

    private static DataSource dataSource(String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser("smartchat");
        dataSource.setPassword("smartchat");
        return dataSource;
    }

    private static PostgresServer start() {
        try {
            Path directory = Files.createTempDirectory("smartchat-test");
            Path errors = directory.resolve("errors");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(directory)));
            Process script = script("start", directory.toString(), Integer.toString(freePort()))
                    .redirectError(errors.toFile())
                    .start();
            String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (script.waitFor() != 0) {
                return new PostgresServer(
                        directory, "", Files.readString(errors).strip());
            }
            return new PostgresServer(directory, output, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stop(Path directory) {
        try {
            script("stop", directory.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            Files.deleteIfExists(directory.resolve("postgres.log"));
            Files.deleteIfExists(directory.resolve("errors"));
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ProcessBuilder script(String... arguments) {
        ProcessBuilder process = new ProcessBuilder("sh", SCRIPT.toString());
        process.command().addAll(List.of(arguments));
        return process;
    }

    private static Path findScript() {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path script = up.resolve("liberty/src/test/scripts/postgres.sh");
            if (Files.exists(script)) {
                return script;
            }
        }
        throw new IllegalStateException(
                "Run the tests in the project: liberty/src/test/scripts/postgres.sh is missing");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
