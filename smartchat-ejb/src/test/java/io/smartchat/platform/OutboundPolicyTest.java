package io.smartchat.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundPolicyTest {

    private static final Map<String, String[]> NAMES = Map.of(
            "api.example.com", new String[] {"93.184.216.34"},
            "v6.example.com", new String[] {"2606:2800:220:1:248:1893:25c8:1946"},
            "rebind.example.com", new String[] {"93.184.216.34", "10.0.0.7"},
            "mapped.example.com", new String[] {"::ffff:192.168.0.1"},
            "internal.example.com", new String[] {"172.20.1.2"},
            "metadata.google.internal", new String[] {"169.254.169.254"},
            "localhost", new String[] {"127.0.0.1", "::1"},
            "ollama", new String[] {"172.18.0.3"},
            "nas.lan", new String[] {"192.168.1.20"},
            "0x7f.example", new String[] {"127.0.0.1"});

    private final OutboundPolicy closed = policy("", false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                // loopback and its other spellings
                "http://127.0.0.1/",
                "http://127.0.0.1:8000/",
                "http://127.1/",
                "http://127.0.1/",
                "http://127.255.255.254/",
                "http://2130706433/",
                "http://017700000001/",
                "http://0177.0.0.1/",
                "http://0177.0.0.01/",
                "http://127.0.0.01/",
                "http://0x7f.0.0.1/",
                "http://0x7f.0x0.0x0.0x1/",
                "http://0x7f000001/",
                "http://0x7F.1/",
                "http://127.0.0.0x1/",
                "http://127.0.0.1./",
                "http://localhost/",
                "http://LOCALHOST/",
                "http://localhost./",
                "http://localhost:8000/v1",
                "http://0x7f.example/",
                "http://[::1]/",
                "http://[0:0:0:0:0:0:0:1]/",
                "http://[0000::0001]/",
                // unspecified, this network, broadcast
                "http://0.0.0.0/",
                "http://0/",
                "http://0.1.2.3/",
                "http://[::]/",
                "http://255.255.255.255/",
                "http://240.0.0.1/",
                // private
                "http://10.0.0.1/",
                "http://10.255.255.255/",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.168.0.1/",
                "http://192.168.1.1:8443/admin",
                "http://3232235777/",
                "http://0xC0A80101/",
                "http://192.168.257/",
                "http://[fc00::1]/",
                "http://[fd00:ec2::254]/",
                "http://[fec0::1]/",
                // carrier-grade NAT, benchmarks, documentation, relays
                "http://100.64.0.1/",
                "http://100.100.100.200/",
                "http://100.127.255.255/",
                "http://198.18.0.1/",
                "http://192.0.0.192/",
                "http://192.0.2.1/",
                "http://198.51.100.7/",
                "http://203.0.113.7/",
                "http://192.88.99.1/",
                "http://[2001:db8::1]/",
                "http://[100::1]/",
                "http://[3fff::1]/",
                // link-local and metadata
                "http://169.254.169.254/latest/meta-data/",
                "http://169.254.0.1/",
                "http://2852039166/",
                "http://0xA9FEA9FE/",
                "http://0251.0376.0251.0376/",
                "http://[fe80::1]/",
                "http://[fe80::1%25eth0]/",
                "http://metadata.google.internal/",
                "http://168.63.129.16/",
                // multicast
                "http://224.0.0.1/",
                "http://239.255.255.250/",
                "http://[ff02::1]/",
                // an address inside an address
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[::ffff:169.254.169.254]/",
                "http://[0:0:0:0:0:ffff:a9fe:a9fe]/",
                "http://[::127.0.0.1]/",
                "http://[::ffff:0:127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[64:ff9b::10.0.0.1]/",
                "http://[64:ff9b:1::10.0.0.1]/",
                "http://[2002:7f00:1::]/",
                "http://[2002:a00:1::1]/",
                "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
                "http://[2606:2800:220:1:0:5efe:10.0.0.1]/",
                "http://[2606:2800:220:1:200:5efe:a00:1]/",
                // names that lead inside
                "http://internal.example.com/",
                "http://rebind.example.com/",
                "http://mapped.example.com/",
                "https://nas.lan/",
                "http://ollama:11434/",
                "http://nobody-knows.example/",
                // addresses two parsers read differently
                "http://user@api.example.com/",
                "http://user:pw@api.example.com/",
                "http://api.example.com@127.0.0.1/",
                "http://127.0.0.1:80@api.example.com/",
                "http://@127.0.0.1/",
                "http://api.example.com./",
                "http://api..example.com/",
                "http://-api.example.com/",
                "http://api.example.com:0/",
                "http://api.example.com:65536/",
                "http://1.2.3/",
                "http://1.2.3.4.5/",
                "http://256.1.1.1/",
                "http://example.123/",
                "http://exa%6dple.com/",
                "http://127.0.0.1%2f.example.com/",
                "http:///etc/passwd",
                "http:api.example.com",
                "//api.example.com/",
                "api.example.com",
                // other schemes
                "ftp://api.example.com/",
                "file:///etc/passwd",
                "gopher://api.example.com:70/",
                "ldap://api.example.com/",
                "jar:http://api.example.com/!/",
                "javascript:alert(1)"
            })
    void anAddressThatIsPrivateOrOddlyWrittenIsRefused(String uri) {
        assertRefused(closed, uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://１２７.0.0.1/",
                "http://①②⑦.⓪.⓪.①/",
                "http://localhost\u3002/",
                "http://127。0。0。1/",
                "http://exam\u00adple.com/"
            })
    void aHostInLookAlikeCharactersIsRefused(String text) throws URISyntaxException {
        assertRefused(closed, new URI(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com/v1",
                "http://API.Example.COM:8080/v1",
                "https://v6.example.com/",
                "https://93.184.216.34/",
                "https://[2606:2800:220:1:248:1893:25c8:1946]:8443/"
            })
    void aPublicServerMayBeReached(String uri) {
        assertThat(closed.check(URI.create(uri))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ollama, http://ollama:11434/api",
        "OLLAMA:11434, http://ollama:11434/",
        "'nas.lan, 10.0.0.0/8', http://10.1.2.3:5000/",
        "10.0.0.0/8 192.168.1.20, https://nas.lan/",
        "172.20.0.0/16, http://internal.example.com/",
        "127.0.0.0/8, http://127.0.0.1:9000/",
        "fd00::/8, 'http://[fd00::5]/'",
        "127.0.0.1:9000, http://127.0.0.1:9000/",
        "'[::1]:9000', 'http://[::1]:9000/'"
    })
    void theOperatorCanOpenHostsAndNetworks(String allow, String uri) {
        assertThat(policy(allow, false).check(URI.create(uri))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ollama:11434, http://ollama:22/",
        "nas.lan, http://192.168.1.20/",
        "10.0.0.0/8, http://192.168.1.1/",
        "10.0.0.0/8, http://rebind.example.com@10.0.0.1/",
        "127.0.0.0/8, http://2130706433/",
        "10.0.0.0/8, 'http://[::ffff:10.0.0.1]/'",
        "127.0.0.1:9000, http://127.0.0.1:9001/"
    })
    void whatIsOpenedOpensNothingElse(String allow, String uri) {
        assertRefused(policy(allow, false), uri);
    }

    @Test
    void loopbackMayBeReachedWithTheEmbeddedStoreButOnlyInItsPlainSpelling() {
        OutboundPolicy embedded = policy("", true);
        assertThat(embedded.check(URI.create("http://localhost:11434"))).isNotEmpty();
        assertThat(embedded.check(URI.create("http://127.0.0.1:11434"))).isNotEmpty();
        assertThat(embedded.check(URI.create("http://[::1]:11434"))).isNotEmpty();
        assertRefused(embedded, "http://2130706433/");
        assertRefused(embedded, "http://[::ffff:127.0.0.1]/");
        assertRefused(embedded, "http://10.0.0.1/");
    }

    @Test
    void aSettingMayNameAServerThatIsNotThereTodayButNotAPrivateOne() {
        closed.checkSetting(URI.create("https://not-yet.example.org/v1"));
        assertThatThrownBy(() -> closed.checkSetting(URI.create("http://internal.example.com/")))
                .isInstanceOf(SmartChatException.class);
        assertThatThrownBy(() -> closed.checkSetting(URI.create("http://10.0.0.1/")))
                .isInstanceOf(SmartChatException.class);
    }

    @Test
    void aServerThatIsNoUrlIsCheckedTheSame() {
        assertThat(closed.check("api.example.com", 5432)).isNotEmpty();
        assertThatThrownBy(() -> closed.check("nas.lan", 5432)).isInstanceOf(SmartChatException.class);
        assertThatThrownBy(() -> closed.check("db?x=1", 5432)).isInstanceOf(SmartChatException.class);
        assertThatThrownBy(() -> closed.check("(host=a)", 5432)).isInstanceOf(SmartChatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "ho st!x", "http://x", "host:99999", "10.0.0.300"})
    void aWrongAllowListStopsTheStartAndNamesTheVariable(String allow) {
        assertThatThrownBy(() -> OutboundAllowList.parse(allow))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SMARTCHAT_OUTBOUND_ALLOW");
    }

    private static void assertRefused(OutboundPolicy policy, String uri) {
        assertThatThrownBy(() -> policy.check(new URI(uri))).satisfies(failure -> {
            if (!(failure instanceof URISyntaxException)) {
                assertThat(failure)
                        .isInstanceOfSatisfying(
                                SmartChatException.class,
                                refused -> assertThat(refused.code()).isEqualTo(ErrorCode.OUTBOUND_REFUSED));
            }
        });
    }

    private static OutboundPolicy policy(String allow, boolean loopback) {
        return new OutboundPolicy(OutboundAllowList.parse(allow), loopback, OutboundPolicyTest::resolve);
    }

    private static InetAddress[] resolve(String host) throws UnknownHostException {
        String[] addresses = NAMES.get(host);
        if (addresses == null) {
            throw new UnknownHostException(host);
        }
        InetAddress[] resolved = new InetAddress[addresses.length];
        for (int i = 0; i < addresses.length; i++) {
            resolved[i] = InetAddress.getByName(addresses[i]);
        }
        return resolved;
    }
}
