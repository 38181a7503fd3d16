package io.smartchat.widget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginTest {

    @ParameterizedTest
    @CsvSource({
        "shop.com, https://shop.com",
        "shop.com, http://shop.com",
        "shop.com, https://shop.com:443",
        "SHOP.com, https://shop.com",
        "https://shop.com, https://shop.com",
        "https://shop.com/, https://shop.com",
        "localhost:3000, http://localhost:3000",
        "*.shop.com, https://www.shop.com",
        "*.shop.com, https://a.b.shop.com",
        "bücher.de, https://xn--bcher-kva.de",
        "[::1]:8080, http://[::1]:8080"
    })
    void admitsWhatTheOwnerMeant(String entry, String origin) {
        assertThat(AllowedOrigin.parse(entry))
                .hasValueSatisfying(
                        allowed -> assertThat(allowed.admits(origin)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "https://shop.com.evil.com",
                "https://shop.com@evil.com",
                "https://evil.com/shop.com",
                "https://evil.com#shop.com",
                "https://evil.com?shop.com",
                "https://evilshop.com",
                "https://shop.com:8443",
                "https://www.shop.com",
                "https://shop.co",
                "https://shop.com.",
                "ftp://shop.com",
                "file://shop.com",
                "chrome-extension://shop.com",
                "shop.com",
                "//shop.com",
                "https:shop.com",
                "https://shop.com/path",
                "https://user:pass@shop.com",
                "https://sh\u043ep.com",
                "https://shop.com\\evil.com",
                "https://shop.com evil.com",
                "javascript:alert(1)//shop.com"
            })
    void refusesEverySpoof(String origin) {
        AllowedOrigin shop = AllowedOrigin.parse("shop.com").orElseThrow();

        assertThat(shop.admits(origin)).isFalse();
    }

    @Test
    void keepsToTheSchemeWhereOneIsGiven() {
        assertThat(AllowedOrigin.parse("https://shop.com").orElseThrow().admits("http://shop.com"))
                .isFalse();
    }

    @Test
    void meansOnlySubdomainsByAWildcard() {
        AllowedOrigin wildcard = AllowedOrigin.parse("*.shop.com").orElseThrow();

        assertThat(wildcard.admits("https://shop.com")).isFalse();
        assertThat(wildcard.admits("https://evilshop.com")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "*.com",
                "https://*",
                "a.*.com",
                "*shop.com",
                "shop.com/path",
                "ftp://shop.com",
                "shop.com:99999",
                "user@shop.com",
                "shop..com",
                "-shop.com"
            })
    void refusesEntriesThatSayNothingClear(String entry) {
        assertThat(AllowedOrigin.parse(entry)).isEmpty();
    }
}
