package io.smartchat.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiKeyValueTest {

    @Test
    void hasAPrefixAnd256RandomBits() {
        assertThat(ApiKeyValue.random().value())
                .matches("sc_live_[A-Za-z0-9_-]{43}")
                .isNotEqualTo(ApiKeyValue.random().value());
    }

    @Test
    void showsOnlyItsFirstTwelveAndLastFourCharacters() {
        ApiKeyValue key = new ApiKeyValue("sc_live_abcdefghijklmnop");

        assertThat(key.preview()).isEqualTo("sc_live_abcd...mnop");
        assertThat(key).hasToString("sc_live_abcd...mnop");
    }

    @Test
    void showsLittleOfAShortKey() {
        assertThat(new ApiKeyValue("test-key-123").preview()).isEqualTo("test...");
    }
}
