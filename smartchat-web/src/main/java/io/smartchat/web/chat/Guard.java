package io.smartchat.web.chat;

import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantId;
import java.time.Duration;

/** Keeps a socket within its limits: tells it when it goes beyond them, and closes it when it does not listen. */
final class Guard {

    private static final int TOO_MUCH = 4429;
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final Seats.Seat seat;
    private final FrameRate rate = new FrameRate();
    private volatile boolean closing;

    Guard(Seats.Seat seat, Outbox outbox) {
        this.seat = seat;
        this.outbox = outbox;
        if (seat.isOneTooMany()) {
            close("Too many chats are open from your network. Please close some and try again.");
        }
    }

    /** Whether this part of a frame may be read. */
    boolean passes(boolean begins, boolean ends) {
        if (closing) {
            return false;
        }
        FrameRate.Verdict verdict = rate.of(begins, ends);
        if (verdict == FrameRate.Verdict.TURN_AWAY) {
            tooFast();
        } else if (verdict == FrameRate.Verdict.CLOSE) {
            closing = true;
            outbox.closeAfterwards(TOO_MUCH, "Frames come too fast");
        }
        return verdict == FrameRate.Verdict.PASS;
    }

    void tooFast() {
        outbox.send(Frames.of(SmartChatException.rateLimited(
                "This chat sends too fast. Please wait a moment.", Duration.ofSeconds(1))));
    }

    /** @throws SmartChatException RATE_LIMITED if as many of the tenant's chats are open as may be */
    TenantId seated(TenantId tenant) {
        if (!seat.sitsAt(tenant)) {
            throw close("Too many chats are open here. Please try again later.");
        }
        return tenant;
    }

    void leave() {
        seat.leave();
    }

    private SmartChatException close(String words) {
        closing = true;
        SmartChatException error = SmartChatException.rateLimited(words, A_WHILE);
        outbox.send(Frames.of(error));
        outbox.closeAfterwards(TOO_MUCH, "Too many chats are open");
        return error;
    }
}
