package io.smartchat.tenant;

import java.time.Instant;

/** A tenant as an administrator sees it. */
public record TenantView(TenantId id, String name, String apiKeyPreview, Instant createdAt) {}
