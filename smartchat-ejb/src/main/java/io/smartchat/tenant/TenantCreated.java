package io.smartchat.tenant;

/** Fired in the creating transaction, so that each feature gives the new tenant its defaults. */
public record TenantCreated(TenantId tenant) {}
