package io.smartchat.knowledge;

import io.smartchat.tenant.TenantId;
import java.util.List;
import java.util.UUID;

/** Fired in the transaction that stores a source's chunks; whoever indexes passages observes it synchronously. */
public record PassagesStored(TenantId tenant, UUID sourceId, List<StoredPassage> passages) {}
