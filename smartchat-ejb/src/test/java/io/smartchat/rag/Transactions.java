package io.smartchat.rag;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Stands in for the container: within {@link #run} every connection asked for is the transaction's, and code under test
 * that ends or changes the transaction itself fails.
 */
public final class Transactions implements AutoCloseable {

    private static final Set<String> FORBIDDEN =
            Set.of("commit", "rollback", "setAutoCommit", "setTransactionIsolation", "setReadOnly");

    private final DataSource database;
    private final DataSource dataSource;
    private final Map<Thread, Connection> connections = new ConcurrentHashMap<>();

    public Transactions(DataSource database) {
        this.database = database;
        this.dataSource = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return guarded(connection());
                    }
                    throw new UnsupportedOperationException(method.toString());
                });
    }

    /** Something done in a transaction. */
    @FunctionalInterface
    public interface Work {
        void run(Connection connection) throws SQLException;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** Commits what {@code work} does, or rolls it back if it throws. */
    public void run(Work work) {
        try {
            Connection connection = connection();
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                work.run(connection);
                connection.commit();
                done = true;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections.values()) {
            connection.close();
        }
    }

    private Connection connection() throws SQLException {
        Connection connection = connections.get(Thread.currentThread());
        if (connection == null) {
            connection = database.getConnection();
            connections.put(Thread.currentThread(), connection);
        }
        return connection;
    }

    private static Connection guarded(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Transactions.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (FORBIDDEN.contains(method.getName())) {
                        throw new AssertionError("The container ends transactions: " + method);
                    }
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
