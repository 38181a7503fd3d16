package io.smartchat.rag;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Work on a connection that takes part in the caller's transaction, if there is one; it never ends that transaction. */
public final class Jdbc {

    private final DataSource dataSource;

    public Jdbc(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Something to do with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T apply(Connection connection) throws SQLException;
    }

    /** Something to do with a connection that has no result. */
    @FunctionalInterface
    public interface Action {
        void run(Connection connection) throws SQLException;
    }

    public <T> T call(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.apply(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The passage index could not use the database: " + e.getMessage(), e);
        }
    }

    public void run(Action action) {
        call(connection -> {
            action.run(connection);
            return true;
        });
    }
}
