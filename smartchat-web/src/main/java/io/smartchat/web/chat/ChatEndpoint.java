package io.smartchat.web.chat;

import io.smartchat.chat.ChatService;
import io.smartchat.tenant.TenantId;
import io.smartchat.tenant.TenantService;
import io.smartchat.web.security.HostPage;
import io.smartchat.widget.WidgetService;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import org.jspecify.annotations.Nullable;

/** The chat's WebSocket. It never blocks: frames are handled on the executor, one after another. */
@Dependent
@ServerEndpoint(value = "/api/chat/ws/chat/{session_id}", configurator = Handshake.class)
public class ChatEndpoint {

    private static final System.Logger LOG = System.getLogger(ChatEndpoint.class.getName());
    private static final int MAX_FRAME = 32 * 1024;

    @Inject
    private ChatService chat;

    @Inject
    private TenantService tenants;

    @Inject
    private WidgetService widgets;

    @Inject
    private OpenSockets sockets;

    @Inject
    private Seats seats;

    @Inject
    private Writers writers;

    @Resource
    private ManagedExecutorService executor;

    private final StringBuilder frame = new StringBuilder();
    private @Nullable ChatSocket socket;
    private @Nullable Inbox inbox;
    private @Nullable Guard guard;
    private @Nullable Outbox outbox;

    @OnOpen
    public void opened(Session session, EndpointConfig config, @PathParam("session_id") String sessionId) {
        Handshake.Seen seen = Handshake.seen(config.getUserProperties());
        session.setMaxTextMessageBufferSize(MAX_FRAME);
        Outbox out = new Outbox(session, writers);
        Guard limits = new Guard(seats.take(seen.network()), out);
        ChatSocket opened =
                new ChatSocket(sessionId, seen.network(), chat, apiKey -> limits.seated(tenant(apiKey, seen)), out);
        socket = opened;
        inbox = new Inbox(opened::receive, executor);
        outbox = out;
        guard = limits;
        sockets.opened(session, out);
    }

    /** Frames come in parts: the server's limit holds for a part, so that one of many parts would fill the memory. */
    @OnMessage(maxMessageSize = MAX_FRAME)
    public void text(Session session, String part, boolean last) {
        sockets.heardFrom(session);
        if (inbox == null || outbox == null || guard == null || !guard.passes(frame.isEmpty(), last)) {
            return;
        }
        if (frame.length() + part.length() > MAX_FRAME) {
            outbox.closeAfterwards(CloseReason.CloseCodes.TOO_BIG.getCode(), "A frame has at most 32 KiB");
            return;
        }
        frame.append(part);
        if (last) {
            if (!inbox.add(frame.toString())) {
                guard.tooFast();
            }
            frame.setLength(0);
        }
    }

    @OnMessage
    public void pong(Session session, PongMessage pong) {
        sockets.heardFrom(session);
    }

    @OnClose
    public void closed(Session session) {
        sockets.closed(session);
        if (guard != null) {
            guard.leave();
        }
        if (socket != null) {
            socket.closed();
        }
    }

    @OnError
    public void failed(Session session, Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, "A socket failed", cause);
    }

    private TenantId tenant(@Nullable String apiKey, Handshake.Seen seen) {
        TenantId tenant = tenants.byApiKey(apiKey == null ? "" : apiKey).orElseThrow(HostPage::invalidKey);
        if (!widgets.allowsOrigin(tenant, seen.origin(), seen.ownOrigin())) {
            throw HostPage.originNotAllowed();
        }
        return tenant;
    }
}
