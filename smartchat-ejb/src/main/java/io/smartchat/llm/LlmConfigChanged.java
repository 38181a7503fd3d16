package io.smartchat.llm;

import io.smartchat.tenant.TenantId;

/** Fired in the transaction that changes a tenant's model settings. */
record LlmConfigChanged(TenantId tenant) {}
