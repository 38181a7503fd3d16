package io.smartchat.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A private PostgreSQL with pgvector, one for all tests; each server gets a database of its own. */
final class Postgres {

    private static final String ACCOUNT = "smartchat";
    private static Postgres shared;

    private final String url;

    private Postgres(String url) {
        this.url = url;
    }

    static synchronized Postgres shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    Map<String, String> settings(String database) {
        String name = database.replace('-', '_');
        try (Connection connection = DriverManager.getConnection(url, ACCOUNT, ACCOUNT)) {
            connection.createStatement().execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "DATABASE_URL",
                url.substring(0, url.lastIndexOf('/') + 1) + name,
                "DATABASE_USER",
                ACCOUNT,
                "DATABASE_PASSWORD",
                ACCOUNT,
                "SMARTCHAT_OUTBOUND_ALLOW",
                "127.0.0.1");
    }

    private static Postgres start() {
        String folder = Build.workFolder("postgres").toString();
        String url = script("start", folder, String.valueOf(Build.freePort()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> script("stop", folder)));
        return new Postgres(url);
    }

    private static String script(String... arguments) {
        Path script = Build.module().resolve("src/test/scripts/postgres.sh");
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString());
        builder.command().addAll(java.util.List.of(arguments));
        try {
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            String printed = new String(process.getInputStream().readAllBytes()).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("postgres.sh failed: its reason is above");
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
