package io.smartchat.platform;

import inet.ipaddr.IPAddress;

/** Whom an address stands for when callers are counted. */
public final class ClientNetwork {

    public static final String UNKNOWN = "unknown";

    private static final int ONE_CUSTOMER = 64;

    private ClientNetwork() {}

    /**
     * An IPv4 address as it is; an IPv6 one as its /64 network, since whoever has one of those addresses has all.
     *
     * @param address of a caller, without port; {@link #UNKNOWN} comes back for what is none
     */
    public static String of(String address) {
        try {
            IPAddress read = IpText.address(address.replaceFirst("%.*", ""));
            if (read.isIPv4Convertible()) {
                return read.toIPv4().toCanonicalString();
            }
            return read.isLoopback()
                    ? read.toCanonicalString()
                    : read.setPrefixLength(ONE_CUSTOMER).toPrefixBlock().toCanonicalString();
        } catch (SmartChatException e) {
            return UNKNOWN;
        }
    }
}
