package io.smartchat.chat;

import org.jspecify.annotations.Nullable;

/** What one reader has yet to hear of an answer, in order. One thread at a time takes from it. */
public interface TurnFeed {

    /** The next event, null while there is none. Text that came since the last call is one chunk. */
    @Nullable
    TurnEvent next();

    /** Whether the last event was taken. */
    boolean isOver();

    /** Characters of the answer that were not taken yet. */
    int unread();
}
