package io.smartchat.knowledge.ingest;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import javax.sql.DataSource;

/** The application's database as the container knows it. */
@Dependent
class IngestionDatabase {

    @Resource(lookup = "jdbc/smartchat")
    private DataSource dataSource;

    IngestionDatabase() {}

    IngestionDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether this process alone has the database open. */
    boolean isEmbedded() {
        return jdbc().call(connection -> connection.getMetaData().getDatabaseProductName())
                .equals("H2");
    }

    Jdbc jdbc() {
        return new Jdbc(dataSource);
    }
}
