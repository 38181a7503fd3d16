package io.smartchat.web.chat;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Pings every open socket, and drops the dead and those whose reader does not read. */
@ApplicationScoped
public class OpenSockets {

    private static final System.Logger LOG = System.getLogger(OpenSockets.class.getName());
    private static final long PING_SECONDS = 20;
    private static final long SILENCE_NANOS = Duration.ofSeconds(50).toNanos();
    private static final Duration HUNG_WRITE = Duration.ofSeconds(10);
    private static final long LOOK_SECONDS = 2;
    private static final CloseReason DEAD = new CloseReason(CloseReason.CloseCodes.GOING_AWAY, "No sign of life");

    private final Map<Session, Watched> sockets = new ConcurrentHashMap<>();

    @Inject
    private Writers writers;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Resource
    private ManagedExecutorService executor;

    private @Nullable ScheduledFuture<?> pings;
    private @Nullable ScheduledFuture<?> looks;

    private static final class Watched {
        private final Outbox outbox;
        private volatile long heardAt = System.nanoTime();

        private Watched(Outbox outbox) {
            this.outbox = outbox;
        }
    }

    @PostConstruct
    void start() {
        pings = scheduler.scheduleAtFixedRate(this::pingAll, PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
        looks = scheduler.scheduleAtFixedRate(this::dropHung, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (pings != null) {
            pings.cancel(false);
        }
        if (looks != null) {
            looks.cancel(false);
        }
    }

    void opened(Session session, Outbox outbox) {
        sockets.put(session, new Watched(outbox));
    }

    void heardFrom(Session session) {
        Watched watched = sockets.get(session);
        if (watched != null) {
            watched.heardAt = System.nanoTime();
        }
    }

    void closed(Session session) {
        sockets.remove(session);
    }

    private void pingAll() {
        long now = System.nanoTime();
        sockets.forEach((session, watched) -> {
            if (now - watched.heardAt > SILENCE_NANOS) {
                drop(session, DEAD);
            } else {
                watched.outbox.ping();
            }
        });
    }

    private void dropHung() {
        writers.relax();
        sockets.forEach((session, watched) -> {
            if (watched.outbox.hasHungFor(HUNG_WRITE)) {
                drop(session, Outbox.SLOW_READER);
            }
        });
    }

    /** Closing a socket that hangs may hang as well, so it has a thread of its own. */
    private void drop(Session session, CloseReason reason) {
        sockets.remove(session);
        executor.execute(() -> {
            try {
                session.close(reason);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "A dead socket would not close", e);
            }
        });
    }
}
