package io.smartchat.chat;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A reader who takes whatever there is as soon as it is there. */
final class Listener implements TurnReader {

    private final Consumer<TurnEvent> heard;
    private @Nullable TurnFeed feed;

    Listener(Consumer<TurnEvent> heard) {
        this.heard = heard;
    }

    @Override
    public synchronized void open(TurnFeed opened) {
        feed = opened;
        wake();
    }

    @Override
    public synchronized void wake() {
        TurnFeed from = feed;
        if (from != null) {
            TurnEvent event = from.next();
            while (event != null) {
                heard.accept(event);
                event = from.isOver() ? null : from.next();
            }
        }
    }
}
