package io.smartchat.tenant;

/** Fired in the deleting transaction, for what the database's cascade does not reach. */
public record TenantDeleted(TenantId tenant) {}
