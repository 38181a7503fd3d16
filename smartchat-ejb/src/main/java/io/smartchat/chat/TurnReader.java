package io.smartchat.chat;

/** Somebody who reads along and takes what is new at their own pace. Neither call may block. */
public interface TurnReader {

    /** Here is a feed to take from; there may be something in it already. */
    void open(TurnFeed feed);

    /** There may be something new in a feed. */
    void wake();
}
