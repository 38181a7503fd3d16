package io.smartchat.web.chat;

import io.smartchat.chat.TurnEvent;
import io.smartchat.chat.TurnFeed;
import io.smartchat.chat.TurnReader;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The one way out of a socket. One task at a time writes with the blocking send, and takes a running answer's next chunk
 * when the last one is written: what came meanwhile travels together. Overlapping asynchronous sends lose frames on this
 * server.
 */
final class Outbox implements TurnReader {

    private static final System.Logger LOG = System.getLogger(Outbox.class.getName());

    private static final int MAX_WAITING_CHARACTERS = 256 * 1024;

    /** What a reader that can't keep up is told. */
    static final CloseReason SLOW_READER = new CloseReason(closeCode(4408), "The reader can't keep up");

    private final Session session;
    private final Executor executor;
    private final WriteGate gate = new WriteGate();
    private final Queue<String> waiting = new ArrayDeque<>();
    private final List<TurnFeed> feeds = new CopyOnWriteArrayList<>();

    /** How often somebody said there is something to write since the last task ended; 0 while no task runs. */
    private final AtomicInteger signals = new AtomicInteger();

    private int waitingCharacters;
    private boolean closed;
    private boolean pingDue;
    private @Nullable CloseReason closeAfter;

    /** When the write under way began, 0 while there is none. */
    private volatile long writingSince;

    Outbox(Session session, Executor executor) {
        this.session = session;
        this.executor = executor;
    }

    void send(String frame) {
        synchronized (this) {
            if (takesMore()) {
                waiting.add(frame);
                waitingCharacters += frame.length();
                closeIfTooMuchWaits();
            }
        }
        wake();
    }

    @Override
    public void open(TurnFeed feed) {
        synchronized (this) {
            if (takesMore()) {
                feeds.add(feed);
                closeIfTooMuchWaits();
            }
        }
        wake();
    }

    @Override
    public void wake() {
        if (signals.getAndIncrement() == 0) {
            executor.execute(this::drain);
        }
    }

    void ping() {
        synchronized (this) {
            pingDue = true;
        }
        wake();
    }

    /** Closes behind what is waiting already. */
    void closeAfterwards(int code, String reason) {
        synchronized (this) {
            if (closeAfter == null) {
                closeAfter = new CloseReason(closeCode(code), reason);
            }
        }
        wake();
    }

    /** Whether a write has hung for longer than {@code patience}: the server itself would wait for ever. */
    boolean hasHungFor(Duration patience) {
        long since = writingSince;
        return since != 0 && System.nanoTime() - since > patience.toNanos();
    }

    /** Nothing more is written; returns when the write under way is over. */
    void discard() {
        synchronized (this) {
            closed = true;
            waiting.clear();
            feeds.clear();
        }
        gate.shut();
    }

    private boolean takesMore() {
        return !closed && closeAfter == null;
    }

    private void closeIfTooMuchWaits() {
        int unread = feeds.stream().mapToInt(TurnFeed::unread).sum();
        if (waitingCharacters + unread > MAX_WAITING_CHARACTERS) {
            waiting.clear();
            feeds.clear();
            closeAfter = SLOW_READER;
        }
    }

    private void drain() {
        int seen;
        do {
            seen = signals.get();
            try {
                while (writeNext()) {
                    // each turn writes one frame
                }
            } catch (IOException | IllegalStateException e) {
                LOG.log(System.Logger.Level.DEBUG, "A socket is gone", e);
                discard();
            }
        } while (signals.addAndGet(-seen) != 0);
    }

    private boolean writeNext() throws IOException {
        boolean ping;
        String frame;
        CloseReason close;
        synchronized (this) {
            if (closed) {
                return false;
            }
            ping = pingDue;
            pingDue = false;
            frame = waiting.poll();
            waitingCharacters -= frame == null ? 0 : frame.length();
            close = frame == null ? closeAfter : null;
            closed = close != null;
        }
        if (frame == null && close == null) {
            frame = nextOfFeeds();
        }
        if (!ping && frame == null && close == null) {
            return false;
        }
        write(ping, frame, close);
        return close == null;
    }

    private void write(boolean ping, @Nullable String frame, @Nullable CloseReason close) throws IOException {
        writingSince = System.nanoTime();
        try {
            gate.write(() -> {
                if (ping) {
                    session.getBasicRemote().sendPing(ByteBuffer.allocate(0));
                }
                if (frame != null) {
                    session.getBasicRemote().sendText(frame);
                }
                if (close != null) {
                    session.close(close);
                }
            });
        } finally {
            writingSince = 0;
        }
    }

    private @Nullable String nextOfFeeds() {
        for (TurnFeed feed : feeds) {
            TurnEvent event = feed.next();
            if (feed.isOver()) {
                feeds.remove(feed);
            }
            if (event != null) {
                return Frames.of(event);
            }
        }
        return null;
    }

    private static CloseReason.CloseCode closeCode(int code) {
        return () -> code;
    }
}
