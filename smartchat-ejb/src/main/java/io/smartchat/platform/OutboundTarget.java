package io.smartchat.platform;

import inet.ipaddr.IPAddress;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server as it was written, with only one accepted spelling: parsers disagree on all others, and an address that two
 * parsers read differently passes one and reaches the other.
 *
 * @param host lower-case name, or an address without brackets
 * @param literal the address if {@code host} is one
 */
record OutboundTarget(String host, int port, @Nullable IPAddress literal) {

    private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
    private static final Pattern NAME = Pattern.compile("(?:" + LABEL + "\\.)*" + LABEL);
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final Pattern QUAD = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern PADDED = Pattern.compile("(?:^|\\.)0\\d");
    private static final int MAX_NAME = 253;
    private static final int MAX_PORT = 65_535;

    static OutboundTarget of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw refused("The address must begin with http:// or https://.");
        }
        if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            throw refused("The address must not hold a user name or a password.");
        }
        if (uri.getHost() == null) {
            throw refused("The address has no server name that can be read without doubt. Check the spelling.");
        }
        int defaultPort = scheme.equals("https") ? 443 : 80;
        return of(uri.getHost(), uri.getPort() == -1 ? defaultPort : uri.getPort());
    }

    static OutboundTarget of(String written, int port) {
        if (port < 1 || port > MAX_PORT) {
            throw refused("The port must be a number from 1 to 65535.");
        }
        String host = written.toLowerCase(Locale.ROOT);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        if (host.contains(":")) {
            return new OutboundTarget(host, port, IpText.v6(host));
        }
        String last = host.substring(host.lastIndexOf('.') + 1);
        if (NUMBER.matcher(last).matches()) {
            if (!QUAD.matcher(host).matches() || PADDED.matcher(host).find()) {
                throw refused("Write an IP address as four decimal numbers, such as 192.0.2.7.");
            }
            return new OutboundTarget(host, port, IpText.v4(host));
        }
        if (host.length() > MAX_NAME || !NAME.matcher(host).matches()) {
            throw refused("That is not the name of a server. Write it as in mail.example.com, with no dot at the end.");
        }
        return new OutboundTarget(host, port, null);
    }

    static SmartChatException refused(String why) {
        return new SmartChatException(ErrorCode.OUTBOUND_REFUSED, why);
    }
}
