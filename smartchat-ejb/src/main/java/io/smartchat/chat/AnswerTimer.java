package io.smartchat.chat;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Keeps the answers of this server alive, and ends those of a dead one. */
@Singleton
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AnswerTimer {

    @Inject
    private InterruptedAnswers answers;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void tick() {
        answers.watch();
    }
}
