package io.smartchat.chat;

import io.smartchat.identity.Visitor;
import io.smartchat.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor asks.
 *
 * @param clientMessageId the client's own id; a repeated one is the same turn
 * @param network the IPv4 address or IPv6 /64 network it comes from
 */
public record Question(
        TenantId tenant,
        String sessionId,
        Visitor visitor,
        String text,
        @Nullable String clientMessageId,
        String network) {}
