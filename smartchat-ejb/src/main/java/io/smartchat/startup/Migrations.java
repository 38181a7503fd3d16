package io.smartchat.startup;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date before anything else touches the database; Flyway's lock makes several nodes take turns. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {

    @Resource(lookup = "jdbc/smartchatMigrations")
    private DataSource dataSource;

    @PostConstruct
    void migrate() {
        migrate(dataSource);
    }

    /** Migrates the database behind {@code dataSource}, whose product decides the vendor's folder. */
    public static void migrate(DataSource dataSource) {
        boolean postgres = product(dataSource).contains("postgresql");
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations(
                        "classpath:db/migration/common", "classpath:db/migration/" + (postgres ? "postgresql" : "h2"))
                .placeholders(Map.of("blob", postgres ? "bytea" : "binary large object"))
                .callbackLocations("classpath:db/callback")
                .load()
                .migrate();
    }

    private static String product(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The database can't be reached. Check DATABASE_URL, DATABASE_USER and DATABASE_PASSWORD.", e);
        }
    }
}
