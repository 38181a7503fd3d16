package io.smartchat.identity;

import java.util.Locale;

/** What an administrator may do. */
public enum Role {
    OWNER,
    ADMIN,
    VIEWER;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
