package io.smartchat.knowledge.ingest;

import io.smartchat.knowledge.SourceType;
import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows that say what is still to be read: the truth of the queue. To be called in a transaction. */
@Dependent
class JobTable {

    /** How long a worker may be silent before another takes over. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final String OURS = " where source_id = ? and lease_owner = ?";

    private final Jdbc jdbc;
    private final Clock clock;

    @Inject
    JobTable(IngestionDatabase database, Clock clock) {
        this.jdbc = database.jdbc();
        this.clock = clock;
    }

    /** A fresh job in the place of any older one, so that whoever works on that one loses its lease. */
    static void add(Connection connection, TenantId tenant, UUID sourceId, Instant dueAt) throws SQLException {
        try (PreparedStatement old = connection.prepareStatement("delete from ingestion_job where source_id = ?");
                PreparedStatement fresh = connection.prepareStatement(
                        "insert into ingestion_job (source_id, tenant_id, starts, attempts, due_at)"
                                + " values (?, ?, 0, 0, ?)")) {
            old.setObject(1, sourceId);
            old.executeUpdate();
            fresh.setObject(1, sourceId);
            fresh.setObject(2, tenant.value());
            fresh.setObject(3, dueAt.atOffset(ZoneOffset.UTC));
            fresh.executeUpdate();
        }
    }

    boolean lease(UUID sourceId, String owner) {
        Instant now = clock.instant();
        return jdbc.update(
                        "update ingestion_job set lease_owner = ?, leased_until = ?, starts = starts + 1"
                                + " where source_id = ? and due_at <= ?"
                                + " and (leased_until is null or leased_until <= ?)",
                        owner,
                        now.plus(LEASE),
                        sourceId,
                        now,
                        now)
                == 1;
    }

    Optional<Claim> find(UUID sourceId, String owner) {
        return jdbc
                .query(
                        "select j.tenant_id, s.source_type, j.starts, j.attempts from ingestion_job j"
                                + " join source s on s.id = j.source_id where j.source_id = ? and j.lease_owner = ?",
                        row -> new Claim(
                                new TenantId(row.getObject(1, UUID.class)),
                                sourceId,
                                SourceType.of(row.getString(2)),
                                owner,
                                row.getInt(3),
                                row.getInt(4)),
                        sourceId,
                        owner)
                .stream()
                .findFirst();
    }

    boolean renew(Claim claim) {
        return jdbc.update(
                        "update ingestion_job set leased_until = ?" + OURS,
                        clock.instant().plus(LEASE),
                        claim.sourceId(),
                        claim.owner())
                == 1;
    }

    boolean defer(Claim claim, Instant dueAt, String fault) {
        return jdbc.update(
                        "update ingestion_job set attempts = attempts + 1, due_at = ?, last_error = ?,"
                                + " leased_until = null, lease_owner = null" + OURS,
                        dueAt,
                        fault,
                        claim.sourceId(),
                        claim.owner())
                == 1;
    }

    boolean remove(Claim claim) {
        return jdbc.update("delete from ingestion_job" + OURS, claim.sourceId(), claim.owner()) == 1;
    }

    /** Jobs that could be claimed now, the longest waiting first. */
    List<UUID> due(int limit) {
        Instant now = clock.instant();
        return jdbc.query(
                "select source_id from ingestion_job where due_at <= ?"
                        + " and (leased_until is null or leased_until <= ?) order by due_at limit ?",
                row -> row.getObject(1, UUID.class),
                now,
                now,
                limit);
    }

    /** Frees what a stopped process held. Only right where no second process can be at work on the database. */
    int releaseAllBut(String ownerPrefix) {
        return jdbc.update(
                "update ingestion_job set leased_until = null, lease_owner = null"
                        + " where lease_owner is not null and lease_owner not like ?",
                ownerPrefix + "%");
    }
}
