package io.smartchat.platform;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;

/** Reads addresses in their plain spelling only: no hexadecimal, octal, shortened, wildcard or zoned forms. */
final class IpText {

    private static final IPAddressStringParameters ADDRESS = plain(false);
    private static final IPAddressStringParameters NETWORK = plain(true);

    private IpText() {}

    static IPAddress v4(String text) {
        IPAddress address = read(text, ADDRESS);
        if (!address.isIPv4()) {
            throw OutboundTarget.refused(text + " is not an IP address.");
        }
        return address;
    }

    static IPAddress v6(String text) {
        IPAddress address = read(text, ADDRESS);
        if (!address.isIPv6()) {
            throw OutboundTarget.refused(text + " is not an IPv6 address.");
        }
        return address;
    }

    static IPAddress address(String text) {
        return read(text, ADDRESS);
    }

    /** An address, or a network such as {@code 10.0.0.0/8}. */
    static IPAddress network(String text) {
        return read(text, NETWORK).toPrefixBlock();
    }

    private static IPAddress read(String text, IPAddressStringParameters parameters) {
        try {
            return new IPAddressString(text, parameters).toAddress();
        } catch (AddressStringException e) {
            throw OutboundTarget.refused(text + " is not an IP address.");
        }
    }

    private static IPAddressStringParameters plain(boolean prefix) {
        return new IPAddressStringParameters.Builder()
                .allowAll(false)
                .allowEmpty(false)
                .allowSingleSegment(false)
                .allowWildcardedSeparator(false)
                .allowMask(false)
                .allowPrefix(prefix)
                .allowPrefixOnly(false)
                .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
                .getIPv4AddressParametersBuilder()
                .allow_inet_aton(false)
                .allowLeadingZeros(false)
                .allowBinary(false)
                .getParentBuilder()
                .getIPv6AddressParametersBuilder()
                .allowZone(false)
                .allowBase85(false)
                .allowBinary(false)
                .getParentBuilder()
                .toParams();
    }
}
