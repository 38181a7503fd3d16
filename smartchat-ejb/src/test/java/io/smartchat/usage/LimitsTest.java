package io.smartchat.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartchat.platform.FieldError;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Limits LIMITS = new Limits(600, 20, 120, 1000L);

    @Test
    void changesOnlyWhatIsGiven() {
        assertThat(LIMITS.with(new LimitsChange(null, 5, null, null, false))).isEqualTo(new Limits(600, 5, 120, 1000L));
        assertThat(LIMITS.with(new LimitsChange(null, null, null, null, true)))
                .isEqualTo(new Limits(600, 20, 120, null));
        assertThat(LIMITS.with(new LimitsChange(1, 2, 3, 4L, false))).isEqualTo(new Limits(1, 2, 3, 4L));
    }

    @Test
    void namesEachLimitThatCannotBe() {
        assertThat(LimitsValidation.errors(new Limits(0, 1_000_001, -3, 0L)))
                .extracting(FieldError::field)
                .containsExactly(
                        "messages_per_minute",
                        "visitor_messages_per_minute",
                        "address_messages_per_minute",
                        "daily_tokens");
        assertThat(LimitsValidation.errors(LIMITS)).isEmpty();
    }

    @Test
    void anOperatorsBadDefaultStopsTheStartWithItsName() {
        assertThatThrownBy(() -> new DefaultLimits(600, 0, 120, Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("smartchat.limits.visitor-messages-per-minute");
    }
}
