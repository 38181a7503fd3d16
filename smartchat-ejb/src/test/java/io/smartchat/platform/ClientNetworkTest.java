package io.smartchat.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "127.0.0.1, 127.0.0.1",
        "::ffff:203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:aaaa::1, 2001:db8:1:2::/64",
        "2001:DB8:1:2:bbbb:0:0:9, 2001:db8:1:2::/64",
        "fe80::1%eth0, fe80::/64",
        "0:0:0:0:0:0:0:1, ::1",
    })
    void countsAnIpv6CustomerOnceAndAnIpv4AddressAsItIs(String address, String network) {
        assertThat(ClientNetwork.of(address)).isEqualTo(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "_hidden", "example.com", "1.2.3.4:80", "0x7f000001", "1.2.3.4/8", "*"})
    void takesNothingElseForAnAddress(String address) {
        assertThat(ClientNetwork.of(address)).isEqualTo(ClientNetwork.UNKNOWN);
    }
}
