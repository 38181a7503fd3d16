package io.smartchat.chat;

import io.smartchat.identity.Visitor;
import io.smartchat.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor asks.
 *
 * @param clientMessageId the client's own id; a repeated one is the same turn
 */
public record Question(
        TenantId tenant,
        String sessionId,
        Visitor visitor,
        String text,
        @Nullable String clientMessageId) {}
