package io.smartchat.web.security;

import io.smartchat.platform.ClientNetwork;
import jakarta.servlet.http.HttpServletRequest;

/** Where a request comes from, as callers are counted. Which proxy's word the server takes is the operator's setting. */
public final class CallerNetwork {

    private CallerNetwork() {}

    public static String of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        return address == null ? ClientNetwork.UNKNOWN : ClientNetwork.of(address);
    }
}
