package io.smartchat.llm;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The rows of {@code llm_config}, one a tenant. */
@ApplicationScoped
class LlmConfigStore {

    @PersistenceContext(unitName = "smartchat")
    private EntityManager entities;

    Optional<StoredLlmConfig> find(TenantId tenant) {
        return Optional.ofNullable(entities.find(StoredLlmConfig.class, tenant.value()));
    }

    /** Makes a new row permanent; a row that was found saves itself. */
    void add(StoredLlmConfig config) {
        entities.persist(config);
    }

    /** Writes what changed now, so that the version the row gets can be told. */
    void flush() {
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            throw new SmartChatException(
                    ErrorCode.CONFLICT, "Someone else changed these settings just now. Load them again.", e);
        }
    }
}
