package io.smartchat.rag;

import io.smartchat.startup.Migrations;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The embedded database as the server opens it. */
public final class EmbeddedDatabase {

    private EmbeddedDatabase() {}

    public static DataSource open(Path directory) {
        DataSource database =
                dataSource("file:" + directory.resolve("smartchat").toAbsolutePath());
        Migrations.migrate(database);
        return database;
    }

    private static DataSource dataSource(String location) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(
                "jdbc:h2:" + location
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        dataSource.setUser("smartchat");
        dataSource.setPassword("");
        return dataSource;
    }
}
