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
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.opentest4j.TestAbortedException;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL with pgvector, one for all tests of a JVM, stopped when it ends. */
public final class PostgresServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final String url;
    private final String failure;

    private PostgresServer(String url, String failure) {
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
            Process script = script("start", directory.toString(), Integer.toString(freePort()))
                    .redirectError(errors.toFile())
                    .start();
            String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (script.waitFor() != 0) {
                return new PostgresServer("", Files.readString(errors).strip());
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(directory)));
            return new PostgresServer(output, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stop(Path directory) {
        try {
            script("stop", directory.toString()).inheritIO().start().waitFor();
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
        Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        Path script = module.resolveSibling("liberty").resolve("src/test/scripts/postgres.sh");
        ProcessBuilder process = new ProcessBuilder("sh", script.toString());
        process.command().addAll(java.util.List.of(arguments));
        return process;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
