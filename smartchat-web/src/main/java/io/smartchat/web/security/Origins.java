package io.smartchat.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Our own address, as the caller sees it. */
public final class Origins {

    private Origins() {}

    /** {@code scheme://host[:port]} of a request, without the scheme's default port. */
    public static String own(HttpServletRequest request) {
        return own(request.getScheme(), request.getServerName(), request.getServerPort());
    }

    public static String own(String scheme, String host, int port) {
        boolean defaultPort = port < 0 || port == (scheme.equals("https") ? 443 : 80);
        return (scheme + "://" + host + (defaultPort ? "" : ":" + port)).toLowerCase(Locale.ROOT);
    }
}
