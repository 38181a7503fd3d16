package io.smartchat.usage;

import io.smartchat.tenant.TenantId;

/**
 * Who sends a message, as the quotas see it.
 *
 * @param visitor what tells this visitor from the tenant's others
 * @param network the IPv4 address or IPv6 /64 network it comes from
 */
public record Asker(TenantId tenant, String visitor, String network) {}
