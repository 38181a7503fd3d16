package io.smartchat.web.chat;

import io.smartchat.platform.ClientNetwork;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what only the handshake knows: the page's origin, our own as the page sees it, and where the visitor is. */
public class Handshake extends ServerEndpointConfig.Configurator {

    private static final String KEY = Handshake.class.getName();

    /**
     * @param origin the {@code Origin} header, null if there was none
     * @param network the IPv4 address or IPv6 /64 network it came from
     */
    public record Seen(@Nullable String origin, String ownOrigin, String network) {

        static final Seen NOTHING = new Seen(null, "", ClientNetwork.UNKNOWN);
    }

    @Override
    public boolean checkOrigin(String originHeaderValue) {
        // the allow-list belongs to the tenant, and the first frame names it
        return true;
    }

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        config.getUserProperties().put(KEY, HandshakeFilter.seen());
    }

    static Seen seen(Map<String, Object> userProperties) {
        return userProperties.get(KEY) instanceof Seen seen ? seen : Seen.NOTHING;
    }
}
