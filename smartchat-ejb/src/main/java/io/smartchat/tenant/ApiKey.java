package io.smartchat.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "api_key")
class ApiKey {

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "key_hash")
    private String keyHash;

    private String preview;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    protected ApiKey() {}

    ApiKey(TenantId tenant, ApiKeyValue value, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.tenantId = tenant.value();
        this.keyHash = value.hash();
        this.preview = value.preview();
        this.createdAt = createdAt;
    }

    void expireAt(Instant instant) {
        if (expiresAt == null || instant.isBefore(expiresAt)) {
            expiresAt = instant;
        }
    }

    KnownKeys.Known known() {
        return new KnownKeys.Known(new TenantId(tenantId), expiresAt);
    }

    String hash() {
        return keyHash;
    }

    String preview() {
        return preview;
    }
}
