package io.smartchat.knowledge;

import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of sources, always one tenant's; to be called in a transaction. */
@Dependent
class SourceRepository {

    @PersistenceContext(unitName = "smartchat")
    private EntityManager entities;

    SourceRepository() {}

    SourceRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** The rows are in the database when this returns: a second file of the same bytes fails here. */
    void add(Source source) {
        entities.persist(source);
        entities.flush();
    }

    void flush() {
        entities.flush();
    }

    void remove(Source source) {
        entities.remove(source);
        entities.flush();
    }

    Optional<Source> find(TenantId tenant, UUID id) {
        return byId(tenant, id).getResultStream().findFirst();
    }

    /** As {@link #find}, and nobody else changes the source, its job or its chunks until the transaction ends. */
    Optional<Source> lock(TenantId tenant, UUID id) {
        return byId(tenant, id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private TypedQuery<Source> byId(TenantId tenant, UUID id) {
        return entities.createQuery("select s from Source s where s.tenantId = :tenant and s.id = :id", Source.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id);
    }

    Optional<Source> findSameBytes(TenantId tenant, String sha256) {
        return entities.createQuery(
                        "select s from Source s where s.tenantId = :tenant and s.sha256 = :sha256", Source.class)
                .setParameter("tenant", tenant.value())
                .setParameter("sha256", sha256)
                .getResultStream()
                .findFirst();
    }

    List<Source> newestFirst(TenantId tenant, @Nullable SourceCursor after, int limit) {
        String older = after == null ? "" : " and (s.createdAt < :at or s.createdAt = :at and s.id < :id)";
        TypedQuery<Source> query = entities.createQuery(
                        "select s from Source s where s.tenantId = :tenant" + older
                                + " order by s.createdAt desc, s.id desc",
                        Source.class)
                .setParameter("tenant", tenant.value())
                .setMaxResults(limit);
        if (after != null) {
            query.setParameter("at", after.createdAt()).setParameter("id", after.id());
        }
        return query.getResultList();
    }

    /** The transaction's own connection, for what is better said in SQL. */
    Connection connection() {
        return entities.unwrap(Connection.class);
    }
}
