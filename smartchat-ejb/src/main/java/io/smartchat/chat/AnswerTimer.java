package io.smartchat.chat;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Saves the answers of this server as they grow, and ends those of a dead one; one at a time, both write the same rows. */
@Singleton
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AnswerTimer {

    @Inject
    private InterruptedAnswers answers;

    @Inject
    private GrowingAnswers growing;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void tick() {
        answers.watch();
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void save() {
        growing.save();
    }
}
