package io.smartchat.web.security;

import io.smartchat.platform.ClientNetwork;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicBoolean;

/** Where a request comes from, as callers are counted. Which proxy's word the server takes is the operator's setting. */
public final class CallerNetwork {

    private static final System.Logger LOG = System.getLogger(CallerNetwork.class.getName());
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private CallerNetwork() {}

    /** The IPv4 address or IPv6 /64 network, {@link ClientNetwork#UNKNOWN} if there is none. */
    public static String of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        String network = address == null ? ClientNetwork.UNKNOWN : ClientNetwork.of(address);
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded != null && !network.equals(first(forwarded)) && TOLD.compareAndSet(false, true)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} says for whom it speaks (X-Forwarded-For), but is not trusted: all who come through it count"
                            + " as one. If it is your reverse proxy, name it in SMARTCHAT_TRUSTED_PROXIES.",
                    address);
        }
        return network;
    }

    private static String first(String forwarded) {
        return ClientNetwork.of(forwarded.split(",", 2)[0].strip());
    }
}
