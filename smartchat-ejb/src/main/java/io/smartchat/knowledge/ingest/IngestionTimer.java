package io.smartchat.knowledge.ingest;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Gives signs of life for what is being read, and asks again for what is due: messages that were lost, faults that have waited long enough, work of a dead server. */
@Singleton
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IngestionTimer {

    @Inject
    private ClaimsAtWork atWork;

    @Inject
    private IngestionBacklog backlog;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void tick() {
        atWork.giveSign();
        backlog.announceDue();
    }
}
