package io.smartchat.web.chat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The one way out of a socket: whoever has a frame leaves it here and goes on, one task at a time writes with the blocking
 * send. Overlapping asynchronous sends lose frames on this server.
 */
final class Outbox {

    private static final System.Logger LOG = System.getLogger(Outbox.class.getName());
    private static final int MAX_WAITING_CHARACTERS = 256 * 1024;

    /** What a reader that can't keep up is told. */
    static final CloseReason SLOW_READER = new CloseReason(closeCode(4408), "The reader can't keep up");

    private final Session session;
    private final Executor executor;
    private final WriteGate gate = new WriteGate();
    private final Deque<String> waiting = new ArrayDeque<>();
    private int waitingCharacters;
    private boolean writing;
    private boolean closed;
    private boolean pingDue;
    private @Nullable CloseReason closeAfter;

    /** When the write under way began, 0 while there is none. */
    private volatile long writingSince;

    Outbox(Session session, Executor executor) {
        this.session = session;
        this.executor = executor;
    }

    synchronized void send(String frame) {
        if (closed || closeAfter != null) {
            return;
        }
        waiting.add(frame);
        waitingCharacters += frame.length();
        if (waitingCharacters > MAX_WAITING_CHARACTERS) {
            waiting.clear();
            closeAfter = SLOW_READER;
        }
        write();
    }

    synchronized void ping() {
        pingDue = true;
        write();
    }

    /** Closes behind what is waiting already. */
    synchronized void closeAfterwards(int code, String reason) {
        if (closeAfter == null) {
            closeAfter = new CloseReason(closeCode(code), reason);
            write();
        }
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
        }
        gate.shut();
    }

    private void write() {
        if (!writing && !closed) {
            writing = true;
            executor.execute(this::drain);
        }
    }

    private void drain() {
        try {
            while (writeNext()) {
                // each turn writes one frame
            }
        } catch (IOException | IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "A socket is gone", e);
            discard();
        }
    }

    private boolean writeNext() throws IOException {
        String frame;
        boolean ping;
        CloseReason close;
        synchronized (this) {
            frame = closed ? null : waiting.poll();
            ping = pingDue;
            pingDue = false;
            close = frame == null ? closeAfter : null;
            writing = !closed && (frame != null || ping || close != null);
            closed = closed || close != null;
            waitingCharacters -= frame == null ? 0 : frame.length();
        }
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
        return frame != null || ping;
    }

    private static CloseReason.CloseCode closeCode(int code) {
        return () -> code;
    }
}
