package io.smartchat.widget;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the allow-list.
 *
 * @param scheme {@code http} or {@code https}; null admits both
 * @param host in lower-case ASCII
 * @param subdomains whether the host stands for its sub-domains ({@code *.host}) and not for itself
 * @param port -1 for the scheme's default
 */
record AllowedOrigin(@Nullable String scheme, String host, boolean subdomains, int port) {

    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    private static final Pattern ENTRY =
            Pattern.compile("(?:(https?)://)?(\\*\\.)?([^/:@?#*\\s\\[\\]]+|\\[[0-9a-f:.]+])(?::([0-9]{1,5}))?/?");

    static Optional<AllowedOrigin> parse(String entry) {
        var matcher = ENTRY.matcher(entry.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int port = matcher.group(4) == null ? -1 : Integer.parseInt(matcher.group(4));
        boolean wildcard = matcher.group(2) != null;
        return ascii(matcher.group(3))
                .filter(host -> port <= 65535 && (!wildcard || host.contains(".")))
                .map(host -> new AllowedOrigin(matcher.group(1), host, wildcard, port));
    }

    /** @param origin the header's value, an exact {@code scheme://host[:port]} */
    boolean admits(String origin) {
        try {
            URI uri = new URI(origin);
            boolean bare = uri.getRawUserInfo() == null
                    && "".equals(uri.getRawPath())
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            if (!bare || uri.getHost() == null || uri.getScheme() == null) {
                return false;
            }
            String originScheme = uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = originScheme.equals("http") || originScheme.equals("https");
            return web
                    && (scheme == null || scheme.equals(originScheme))
                    && admitsHost(uri.getHost().toLowerCase(Locale.ROOT))
                    && port(port, originScheme) == port(uri.getPort(), originScheme);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private boolean admitsHost(String originHost) {
        return subdomains ? originHost.endsWith("." + host) : originHost.equals(host);
    }

    private static int port(int port, String scheme) {
        return port >= 0 ? port : scheme.equals("https") ? 443 : 80;
    }

    private static Optional<String> ascii(String host) {
        if (host.startsWith("[")) {
            return Optional.of(host);
        }
        try {
            String ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return HOST.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
