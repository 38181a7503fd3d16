package io.smartchat.web.chat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
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

    /** A reader that can't keep up. */
    private static final CloseReason.CloseCode SLOW_READER = closeCode(4408);

    private final Session session;
    private final Executor executor;
    private final Deque<String> waiting = new ArrayDeque<>();
    private int waitingCharacters;
    private boolean writing;
    private boolean closed;
    private boolean pingDue;
    private @Nullable CloseReason closeAfter;

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
            closeAfter = new CloseReason(SLOW_READER, "The reader can't keep up");
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

    synchronized void discard() {
        closed = true;
        waiting.clear();
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
        if (ping) {
            session.getBasicRemote().sendPing(ByteBuffer.allocate(0));
        }
        if (frame != null) {
            session.getBasicRemote().sendText(frame);
        }
        if (close != null) {
            session.close(close);
        }
        return frame != null || ping;
    }

    private static CloseReason.CloseCode closeCode(int code) {
        return () -> code;
    }
}
