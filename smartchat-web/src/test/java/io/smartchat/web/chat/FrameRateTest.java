package io.smartchat.web.chat;

import static io.smartchat.web.chat.FrameRate.Verdict.CLOSE;
import static io.smartchat.web.chat.FrameRate.Verdict.DROP;
import static io.smartchat.web.chat.FrameRate.Verdict.PASS;
import static io.smartchat.web.chat.FrameRate.Verdict.TURN_AWAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameRateTest {

    private final AtomicLong millis = new AtomicLong();
    private final FrameRate rate = new FrameRate(new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return millis.get() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void letsTenASecondPassForAsLongAsTheyCome() {
        for (int i = 0; i < 1000; i++) {
            assertThat(rate.of(true, true)).isEqualTo(PASS);
            millis.addAndGet(100);
        }
    }

    @Test
    void turnsAFloodAwayAndThenClosesIt() {
        List<FrameRate.Verdict> verdicts =
                IntStream.range(0, 60).mapToObj(i -> rate.of(true, true)).toList();

        assertThat(verdicts.subList(0, 30)).containsOnly(PASS);
        assertThat(verdicts.subList(30, 50)).containsOnly(TURN_AWAY);
        assertThat(verdicts.subList(50, 60)).containsOnly(CLOSE);
    }

    @Test
    void forgivesAHastyMoment() {
        IntStream.range(0, 45).forEach(i -> rate.of(true, true));
        millis.addAndGet(60_000);

        assertThat(IntStream.range(0, 50).mapToObj(i -> rate.of(true, true))).doesNotContain(CLOSE);
    }

    @Test
    void dropsEveryPartOfAFrameItTurnedAway() {
        IntStream.range(0, 30).forEach(i -> rate.of(true, true));

        assertThat(rate.of(true, false)).isEqualTo(TURN_AWAY);
        millis.addAndGet(5000);
        assertThat(rate.of(true, false)).isEqualTo(DROP);
        assertThat(rate.of(true, true)).isEqualTo(DROP);
        assertThat(rate.of(true, true)).isEqualTo(PASS);
    }

    @Test
    void countsAFrameOfManyPartsOnce() {
        IntStream.range(0, 29).forEach(i -> rate.of(true, true));
        assertThat(rate.of(true, false)).isEqualTo(PASS);
        IntStream.range(0, 1000).forEach(i -> assertThat(rate.of(false, false)).isEqualTo(PASS));
    }
}
