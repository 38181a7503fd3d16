package io.smartchat.knowledge.ingest;

import io.smartchat.knowledge.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What should be worked on and may have been forgotten. */
@ApplicationScoped
public class IngestionBacklog {

    private static final int AT_ONCE = 50;

    private IngestionDatabase database;
    private JobTable jobs;
    private IngestionQueue queue;
    private Transactions transactions;
    private ServerProcess process;

    protected IngestionBacklog() {}

    @Inject
    IngestionBacklog(
            IngestionDatabase database,
            JobTable jobs,
            IngestionQueue queue,
            Transactions transactions,
            ServerProcess process) {
        this.database = database;
        this.jobs = jobs;
        this.queue = queue;
        this.transactions = transactions;
        this.process = process;
    }

    /** A queue that still holds messages needs no reminder: more of them would only pile up. */
    public void announceDue() {
        if (queue.isBusy()) {
            return;
        }
        due().forEach(queue::announce);
    }

    private List<UUID> due() {
        return transactions.call(() -> {
            if (database.isEmbedded()) {
                jobs.releaseAllBut(process.id());
            }
            return jobs.due(AT_ONCE);
        });
    }
}
