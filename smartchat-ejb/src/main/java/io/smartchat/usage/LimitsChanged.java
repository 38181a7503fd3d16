package io.smartchat.usage;

import io.smartchat.tenant.TenantId;

/** Told in the transaction that changes a tenant's limits. */
record LimitsChanged(TenantId tenant) {}
