package io.smartchat.knowledge;

import io.smartchat.tenant.TenantId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A {@link SourceService} on a real database, with doubles for what lies outside of it. */
public final class Knowledge {

    private static final long MAX_BYTES = 1024 * 1024;

    private final KnowledgeDatabase database;
    private final RecordedEvents<PassagesRemoved> removed = new RecordedEvents<>();
    private final MovableClock clock = new MovableClock();
    private final List<UUID> announced = new CopyOnWriteArrayList<>();
    private final SourceService service;

    /** Writes the job row; in production the ingest package does. */
    public interface Jobs {
        void add(Connection connection, TenantId tenant, UUID sourceId) throws SQLException;
    }

    public Knowledge(KnowledgeDatabase database, Jobs jobs) {
        this.database = database;
        IngestionRequests requests = new IngestionRequests() {
            @Override
            public void add(Connection connection, TenantId tenant, UUID sourceId) throws SQLException {
                jobs.add(connection, tenant, sourceId);
            }

            @Override
            public void announce(UUID sourceId) {
                announced.add(sourceId);
            }

            @Override
            public boolean reachable() {
                return true;
            }
        };
        service = new SourceService(
                new SourceRepository(database.entities()),
                requests,
                database.transactions(),
                removed,
                new KnowledgeSettings(MAX_BYTES),
                clock);
    }

    public SourceService service() {
        return service;
    }

    public KnowledgeDatabase database() {
        return database;
    }

    public RecordedEvents<PassagesRemoved> removed() {
        return removed;
    }

    public MovableClock clock() {
        return clock;
    }

    public List<UUID> announced() {
        return announced;
    }

    public SourceView upload(TenantId tenant, String filename, String text) {
        return upload(tenant, filename, text.getBytes(StandardCharsets.UTF_8));
    }

    public SourceView upload(TenantId tenant, String filename, byte[] bytes) {
        return service.upload(tenant, filename, new ByteArrayInputStream(bytes));
    }
}
