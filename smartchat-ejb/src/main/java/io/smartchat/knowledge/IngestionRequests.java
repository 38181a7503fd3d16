package io.smartchat.knowledge;

import io.smartchat.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Where sources wait to be read. */
public interface IngestionRequests {

    /** Writes a fresh job, in the transaction of {@code connection}; whoever works on an older one loses it. */
    void add(Connection connection, TenantId tenant, UUID sourceId) throws SQLException;

    /** Wakes a worker; to be called after the commit. A lost call only costs time: the job's row is the truth. */
    void announce(UUID sourceId);

    /** Whether {@link #announce} would get through now. */
    boolean reachable();
}
