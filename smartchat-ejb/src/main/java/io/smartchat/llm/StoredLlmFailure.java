package io.smartchat.llm;

import io.smartchat.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A tenant's row in {@code llm_failure}. */
@Entity
@Table(name = "llm_failure")
class StoredLlmFailure {

    @Id
    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "failed_at")
    private Instant failedAt;

    private String code;
    private String message;

    protected StoredLlmFailure() {}

    StoredLlmFailure(TenantId tenant, LlmFailure failure) {
        this.tenantId = tenant.value();
        replaceBy(failure);
    }

    final void replaceBy(LlmFailure failure) {
        this.failedAt = failure.at();
        this.code = failure.code();
        this.message = failure.message();
    }

    LlmFailure view() {
        return new LlmFailure(failedAt, code, message);
    }
}
