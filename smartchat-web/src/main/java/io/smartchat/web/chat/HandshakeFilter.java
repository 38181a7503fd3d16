package io.smartchat.web.chat;

import io.smartchat.platform.ClientNetwork;
import io.smartchat.web.security.CallerNetwork;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells {@link Handshake} where the request comes from: a WebSocket's own handshake request does not say. */
@WebFilter(urlPatterns = "/api/chat/ws/*", asyncSupported = true)
public class HandshakeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final ThreadLocal<String> NETWORK = new ThreadLocal<>();

    /** The network of the handshake this thread is at. */
    static String network() {
        String network = NETWORK.get();
        return network == null ? ClientNetwork.UNKNOWN : network;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        NETWORK.set(CallerNetwork.of(request));
        try {
            chain.doFilter(request, response);
        } finally {
            NETWORK.remove();
        }
    }
}
