package io.smartchat.widget;

import io.smartchat.platform.Json;
import io.smartchat.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "widget_config")
class WidgetConfig {

    @Id
    @Column(name = "tenant_id")
    private UUID tenantId;

    private String settings;

    @Version
    private int version;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected WidgetConfig() {}

    WidgetConfig(TenantId tenant, WidgetSettings settings, Instant now) {
        this.tenantId = tenant.value();
        change(settings, now);
    }

    final void change(WidgetSettings changed, Instant now) {
        this.settings = Json.write(changed);
        this.updatedAt = now;
    }

    WidgetSettings settings() {
        return Json.read(settings, WidgetSettings.class);
    }
}
