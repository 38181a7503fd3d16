package io.smartchat.web.chat;

import io.smartchat.platform.ClientNetwork;
import io.smartchat.web.security.Origins;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what only the handshake knows: the page's origin, and our own as the page sees it. */
public class Handshake extends ServerEndpointConfig.Configurator {

    private static final String KEY = Handshake.class.getName();

    /**
     * @param origin the {@code Origin} header, null if there was none
     * @param network the IPv4 address or IPv6 /64 network it came from
     */
    public record Seen(@Nullable String origin, String ownOrigin, String network) {}

    @Override
    public boolean checkOrigin(String originHeaderValue) {
        // the allow-list belongs to the tenant, and the first frame names it
        return true;
    }

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        config.getUserProperties()
                .put(KEY, new Seen(header(request, "Origin"), ownOrigin(request), HandshakeFilter.network()));
    }

    static Seen seen(Map<String, Object> userProperties) {
        return userProperties.get(KEY) instanceof Seen seen ? seen : new Seen(null, "", ClientNetwork.UNKNOWN);
    }

    private static String ownOrigin(HandshakeRequest request) {
        URI uri = request.getRequestURI();
        boolean secure = "wss".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        String host = header(request, "Host");
        URI authority = URI.create("//" + (host == null ? uri.getAuthority() : host));
        return authority.getHost() == null
                ? ""
                : Origins.own(secure ? "https" : "http", authority.getHost(), authority.getPort());
    }

    private static @Nullable String header(HandshakeRequest request, String name) {
        for (Map.Entry<String, List<String>> header : request.getHeaders().entrySet()) {
            if (header.getKey().equalsIgnoreCase(name) && !header.getValue().isEmpty()) {
                return header.getValue().get(0);
            }
        }
        return null;
    }
}
