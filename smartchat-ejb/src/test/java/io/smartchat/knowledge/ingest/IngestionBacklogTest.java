package io.smartchat.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.knowledge.KnowledgeDatabase;
import io.smartchat.knowledge.SourceStatus;
import io.smartchat.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IngestionBacklogTest {

    private static final class RecordedQueue extends IngestionQueue {
        private final List<UUID> messages = new ArrayList<>();

        @Override
        public void announce(UUID sourceId) {
            messages.add(sourceId);
        }

        @Override
        public boolean isBusy() {
            return !messages.isEmpty();
        }
    }

    private final Ingestion ingestion = new Ingestion(KnowledgeDatabase.h2());
    private final RecordedQueue queue = new RecordedQueue();
    private final ServerProcess process = new ServerProcess();
    private final TenantId tenant = ingestion.database.addTenant();
    private final IngestionBacklog backlog = new IngestionBacklog(
            new IngestionDatabase(ingestion.database.dataSource()),
            ingestion.jobs,
            queue,
            ingestion.database.transactions(),
            process);

    @Test
    void announceDueShouldRepeatALostMessageOnce() {
        UUID id = upload("Text.");

        backlog.announceDue();
        backlog.announceDue();

        assertThat(queue.messages).containsExactly(id);
    }

    @Test
    void announceDueShouldLeaveOutWhatWaitsOrIsBeingDone() {
        UUID waiting = upload("Waiting.");
        UUID beingDone = upload("Being done.");
        UUID due = upload("Due.");
        ingestion.store.defer(claim(waiting), Duration.ofSeconds(10), "fault");
        claim(beingDone);

        backlog.announceDue();
        assertThat(queue.messages).containsExactly(due);

        queue.messages.clear();
        ingestion.knowledge.clock().advance(Duration.ofSeconds(10));
        backlog.announceDue();
        assertThat(queue.messages).containsExactlyInAnyOrder(due, waiting);

        queue.messages.clear();
        ingestion.knowledge.clock().advance(JobTable.LEASE);
        backlog.announceDue();
        assertThat(queue.messages).containsExactlyInAnyOrder(due, waiting, beingDone);
    }

    @Test
    void announceDueShouldFreeAtOnceWhatADeadProcessHeldOnTheEmbeddedStore() {
        UUID id = upload("Text.");
        ingestion.store.claim(id, "a-dead-process/1");

        backlog.announceDue();

        assertThat(queue.messages).containsExactly(id);
        ingestion.service().process(id);
        assertThat(ingestion.knowledge.service().get(tenant, id).status()).isEqualTo(SourceStatus.READY);
    }

    private Claim claim(UUID id) {
        return ingestion.store.claim(id, process.id() + "/1").orElseThrow();
    }

    private UUID upload(String text) {
        return ingestion.knowledge.upload(tenant, "a.txt", text).id();
    }
}
