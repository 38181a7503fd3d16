package io.smartchat.chat;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The turns this server works on, one a session. */
@ApplicationScoped
class RunningTurns {

    private final Map<String, TurnRun> bySession = new ConcurrentHashMap<>();

    /** Whether the session was free; it is taken now. */
    boolean start(String sessionId, TurnRun run) {
        return bySession.putIfAbsent(sessionId, run) == null;
    }

    void end(String sessionId, TurnRun run) {
        bySession.remove(sessionId, run);
    }

    Optional<TurnRun> inSession(String sessionId) {
        return Optional.ofNullable(bySession.get(sessionId));
    }

    Optional<TurnRun> answering(String sessionId, UUID answerId) {
        return inSession(sessionId).filter(run -> run.answers(answerId));
    }
}
