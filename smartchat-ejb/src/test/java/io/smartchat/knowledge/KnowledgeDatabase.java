package io.smartchat.knowledge;

import io.smartchat.rag.PostgresServer;
import io.smartchat.startup.Migrations;
import io.smartchat.tenant.TenantId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A database with the real schema, and transactions on it as the container gives them: JPA and JDBC of one thread
 * share a connection until the outermost call ends.
 */
public final class KnowledgeDatabase {

    private final DataSource physical;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();
    private final ThreadLocal<EntityManager> currentEntities = new ThreadLocal<>();
    private final DataSource dataSource;
    private final EntityManagerFactory factory;

    private KnowledgeDatabase(DataSource physical) {
        this.physical = physical;
        dataSource = proxy(DataSource.class, (method, args) -> {
            if (!method.equals("getConnection")) {
                throw new UnsupportedOperationException(method);
            }
            Connection bound = current.get();
            return bound == null ? physical.getConnection() : shared(bound);
        });
        factory = SourceUnit.on(dataSource);
    }

    private static final class H2 {
        static final KnowledgeDatabase SHARED = new KnowledgeDatabase(migrated());

        private static DataSource migrated() {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:mem:knowledge;DB_CLOSE_DELAY=-1"
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
            Migrations.migrate(h2);
            return h2;
        }
    }

    private static final class Postgres {
        static final KnowledgeDatabase SHARED = new KnowledgeDatabase(PostgresServer.newDatabase());
    }

    /** Emptied: one database serves all tests, one after the other. */
    public static KnowledgeDatabase h2() {
        return H2.SHARED.empty();
    }

    /** Emptied; where there is no PostgreSQL, the test is skipped. */
    public static KnowledgeDatabase postgres() {
        return Postgres.SHARED.empty();
    }

    private KnowledgeDatabase empty() {
        update("delete from tenant");
        return this;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** The transaction's entity manager, as the container's proxy would be. */
    public EntityManager entities() {
        return proxy(EntityManager.class, (method, args) -> null, currentEntities::get);
    }

    public Transactions transactions() {
        return new Transactions() {
            @Override
            public <T> T call(Supplier<T> work) {
                return current.get() == null ? inNew(work) : work.get();
            }

            @Override
            public void run(Runnable work) {
                call(() -> {
                    work.run();
                    return true;
                });
            }
        };
    }

    private <T> T inNew(Supplier<T> work) {
        try (Connection connection = physical.getConnection();
                EntityManager entities = factory.createEntityManager()) {
            connection.setAutoCommit(false);
            current.set(connection);
            currentEntities.set(entities);
            boolean done = false;
            try {
                entities.getTransaction().begin();
                T result = work.get();
                entities.getTransaction().commit();
                connection.commit();
                done = true;
                return result;
            } finally {
                current.remove();
                currentEntities.remove();
                if (!done) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public TenantId addTenant() {
        TenantId tenant = TenantId.random();
        update(
                "insert into tenant (id, name, created_at) values (?, ?, ?)",
                tenant.value(),
                "Test",
                Instant.now().atOffset(ZoneOffset.UTC));
        return tenant;
    }

    public int update(String sql, Object... values) {
        try (Connection connection = physical.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One number. */
    public long count(String sql, Object... values) {
        try (Connection connection = physical.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closing, committing and rolling back are left to the transaction. */
    private static Connection shared(Connection connection) {
        return proxy(Connection.class, (method, args) -> null, () -> connection);
    }

    private interface Call {
        Object with(String method, Object[] args) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> call.with(method.getName(), args)));
    }

    private static <T> T proxy(Class<T> type, Call onEnd, Supplier<T> target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            switch (method.getName()) {
                case "close", "commit", "rollback", "setAutoCommit" -> {
                    return onEnd.with(method.getName(), args);
                }
                default -> {
                    try {
                        return method.invoke(target.get(), args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }
            }
        }));
    }
}
