package io.smartchat.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private final SignInThrottle throttle = new SignInThrottle();

    @Test
    void letsTenTriesThroughHoweverManyComeAtOnce() {
        long verified = IntStream.range(0, 1000)
                .parallel()
                .filter(i -> letsThrough("owner@example.com", "10.0.0." + i % 250))
                .count();

        assertThat(verified).isEqualTo(10);
    }

    @Test
    void saysWhenToComeBack() {
        IntStream.range(0, 10).forEach(i -> throttle.countTry("a@b.co", "1.1.1.1"));
        try {
            throttle.countTry("a@b.co", "1.1.1.1");
        } catch (SmartChatException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            assertThat(e.retryAfter())
                    .hasValueSatisfying(wait -> assertThat(wait.toSeconds()).isBetween(1L, 900L));
            return;
        }
        throw new AssertionError("the eleventh try went through");
    }

    @Test
    void forgetsAnAccountThatSignedIn() {
        IntStream.range(0, 10).forEach(i -> throttle.countTry("a@b.co", "1.1.1.1"));
        throttle.forget("a@b.co");

        assertThatCode(() -> throttle.countTry("a@b.co", "1.1.1.1")).doesNotThrowAnyException();
    }

    @Test
    void stopsOneAddressThatTriesManyAccounts() {
        long verified = IntStream.range(0, 1000)
                .filter(i -> letsThrough("user" + i + "@example.com", "9.9.9.9"))
                .count();

        assertThat(verified).isEqualTo(100);
    }

    private boolean letsThrough(String email, String address) {
        try {
            throttle.countTry(email, address);
            return true;
        } catch (SmartChatException e) {
            return false;
        }
    }
}
