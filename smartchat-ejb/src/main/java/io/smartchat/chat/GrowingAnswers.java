package io.smartchat.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Saves what has been written of the running answers, all in one go. */
@ApplicationScoped
class GrowingAnswers {

    private final RunningTurns running;
    private final ChatStore store;

    @Inject
    GrowingAnswers(RunningTurns running, ChatStore store) {
        this.running = running;
        this.store = store;
    }

    protected GrowingAnswers() {
        this(null, null);
    }

    void save() {
        Map<UUID, AnswerSoFar> grown = new TreeMap<>();
        running.turns().forEach(turn -> turn.grown().ifPresent(answer -> grown.put(turn.answerId(), answer)));
        if (!grown.isEmpty()) {
            store.grow(grown);
        }
    }
}
