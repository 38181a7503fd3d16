package io.smartchat.chat;

import java.util.Locale;

/** Who wrote a message. */
public enum Role {
    USER,
    ASSISTANT;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
