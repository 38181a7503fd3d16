package io.smartchat.chat;

import java.util.Locale;

/** How far a message is. */
public enum MessageStatus {
    STREAMING,
    COMPLETE,
    STOPPED,
    REFUSED,
    INTERRUPTED,
    FAILED,
    REPLACED;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
