package io.smartchat.tool;

import java.util.Locale;

/** How far a tool call is. */
public enum ToolStatus {
    RUNNING,
    DONE,
    /** The visitor may not have it. */
    REFUSED,
    FAILED,
    /** The model asked in a way no tool understands: nothing ran, and no visitor hears of it. */
    MALFORMED;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
