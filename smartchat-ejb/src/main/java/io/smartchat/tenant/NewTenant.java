package io.smartchat.tenant;

import java.time.Instant;

/** A tenant just made; the only time its key is in the clear. */
public record NewTenant(TenantId id, String name, String apiKey, Instant createdAt) {}
