package io.smartchat.knowledge;

import io.smartchat.tenant.TenantId;
import java.util.UUID;

/** Fired in the transaction that removes a source's chunks, before their rows go. */
public record PassagesRemoved(TenantId tenant, UUID sourceId) {}
