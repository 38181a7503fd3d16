package io.smartchat.platform;

import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.stream.Stream;

/** The addresses of the public Internet: all but what IANA set aside, and but what carries another address inside. */
final class PublicAddresses {

    private static final List<IPAddress> SPECIAL_V4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            // the metadata and agent service of one cloud lies on a public address
            "168.63.129.16");

    private static final IPAddress GLOBAL_V6 = IpText.network("2000::/3");

    private static final List<IPAddress> SPECIAL_V6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "2620:4f:8000::/48");

    private PublicAddresses() {}

    static boolean contains(IPAddress address) {
        if (address.isIPv4()) {
            return SPECIAL_V4.stream().noneMatch(network -> network.contains(address));
        }
        boolean isatap = (address.toIPv6().getSegment(4).getSegmentValue() | 0x0200) == 0x0200
                && address.toIPv6().getSegment(5).getSegmentValue() == 0x5efe;
        return GLOBAL_V6.contains(address)
                && !isatap
                && SPECIAL_V6.stream().noneMatch(network -> network.contains(address));
    }

    private static List<IPAddress> networks(String... texts) {
        return Stream.of(texts).map(IpText::network).toList();
    }
}
