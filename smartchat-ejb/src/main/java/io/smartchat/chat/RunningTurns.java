package io.smartchat.chat;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

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

    /** The answers that are being written here. */
    Set<UUID> answers() {
        return turns().stream().map(Turn::answerId).collect(Collectors.toUnmodifiableSet());
    }

    /** Those that have begun. */
    List<Turn> turns() {
        return bySession.values().stream()
                .map(TurnRun::turn)
                .filter(Objects::nonNull)
                .toList();
    }

    Optional<TurnRun> answering(String sessionId, UUID answerId) {
        return inSession(sessionId).filter(run -> run.answers(answerId));
    }
}
