package io.smartchat.web.chat;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * How fast a socket sends: 30 frames may come at once, 10 a second for as long as it likes. What is beyond is turned away,
 * and who goes on all the same is to be closed.
 */
final class FrameRate {

    enum Verdict {
        PASS,
        /** This part belongs to a frame that was turned away before. */
        DROP,
        TURN_AWAY,
        CLOSE
    }

    private final Bucket frames;
    private final Bucket patience;
    private boolean dropping;

    FrameRate() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    FrameRate(TimeMeter time) {
        frames = bucket(time, 30, 10, Duration.ofSeconds(1));
        patience = bucket(time, 20, 20, Duration.ofMinutes(1));
    }

    /**
     * @param begins whether no part of this frame came before
     * @param ends whether it is the frame's last part
     */
    Verdict of(boolean begins, boolean ends) {
        if (dropping) {
            dropping = !ends;
            return Verdict.DROP;
        }
        if (!begins || frames.tryConsume(1)) {
            return Verdict.PASS;
        }
        dropping = !ends;
        return patience.tryConsume(1) ? Verdict.TURN_AWAY : Verdict.CLOSE;
    }

    private static Bucket bucket(TimeMeter time, int atOnce, int refill, Duration within) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(refill, within))
                .build();
    }
}
