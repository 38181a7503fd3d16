package io.smartchat.tenant;

import java.util.UUID;

/** A tenant's id; a type of its own so that it is never mixed up with another id. */
public record TenantId(UUID value) {

    public static TenantId random() {
        return new TenantId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
