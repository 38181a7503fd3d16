package io.smartchat.web.chat;

import io.smartchat.web.security.CallerNetwork;
import io.smartchat.web.security.Origins;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Notes what {@link Handshake} needs: a WebSocket's own handshake request does not say where it comes from. */
@WebFilter(urlPatterns = "/api/chat/ws/*", asyncSupported = true)
public class HandshakeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final ThreadLocal<Handshake.Seen> SEEN = new ThreadLocal<>();

    /** The handshake this thread is at. */
    static Handshake.Seen seen() {
        Handshake.Seen seen = SEEN.get();
        return seen == null ? Handshake.Seen.NOTHING : seen;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SEEN.set(new Handshake.Seen(request.getHeader("Origin"), Origins.own(request), CallerNetwork.of(request)));
        try {
            chain.doFilter(request, response);
        } finally {
            SEEN.remove();
        }
    }
}
