package io.smartchat.usage;

import io.smartchat.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "usage_limit")
class TenantLimits {

    @Id
    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "messages_per_minute")
    private int messagesPerMinute;

    @Column(name = "visitor_messages_per_minute")
    private int visitorMessagesPerMinute;

    @Column(name = "address_messages_per_minute")
    private int addressMessagesPerMinute;

    @Column(name = "daily_tokens")
    private @Nullable Long dailyTokens;

    @Version
    private int version;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected TenantLimits() {}

    TenantLimits(TenantId tenant, Limits limits, Instant now) {
        this.tenantId = tenant.value();
        change(limits, now);
    }

    final void change(Limits limits, Instant now) {
        this.messagesPerMinute = limits.messagesPerMinute();
        this.visitorMessagesPerMinute = limits.visitorMessagesPerMinute();
        this.addressMessagesPerMinute = limits.addressMessagesPerMinute();
        this.dailyTokens = limits.dailyTokens();
        this.updatedAt = now;
    }

    Limits limits() {
        return new Limits(messagesPerMinute, visitorMessagesPerMinute, addressMessagesPerMinute, dailyTokens);
    }
}
