package io.smartchat.llm;

import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** What went wrong last with each tenant's provider. */
@ApplicationScoped
@Transactional
public class LlmFailures {

    @PersistenceContext(unitName = "smartchat")
    private EntityManager entities;

    /** The last failure since the settings were last changed. */
    public Optional<LlmFailure> last(TenantId tenant) {
        return entities.createQuery("""
                        select f from StoredLlmFailure f where f.tenantId = :tenant and not exists (
                          select c from StoredLlmConfig c where c.tenantId = f.tenantId and c.updatedAt > f.failedAt)
                        """, StoredLlmFailure.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .findFirst()
                .map(StoredLlmFailure::view);
    }

    void note(TenantId tenant, LlmFailure failure) {
        StoredLlmFailure row = entities.find(StoredLlmFailure.class, tenant.value());
        if (row == null) {
            entities.persist(new StoredLlmFailure(tenant, failure));
        } else {
            row.replaceBy(failure);
        }
    }
}
