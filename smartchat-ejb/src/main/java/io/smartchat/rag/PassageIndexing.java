package io.smartchat.rag;

import io.smartchat.knowledge.PassagesRemoved;
import io.smartchat.knowledge.PassagesStored;
import io.smartchat.tenant.TenantDeleted;
import io.smartchat.tenant.TenantId;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Keeps the index in step with the passages, in the transaction that changes them. */
@ApplicationScoped
public class PassageIndexing {

    @Resource
    private ManagedExecutorService executor;

    private PassageIndex index;

    PassageIndexing() {}

    @Inject
    PassageIndexing(PassageIndex index) {
        this.index = index;
    }

    /** To be called once the schema is up to date; returns at once. */
    public void start() {
        executor.execute(index::prepareAll);
    }

    void add(@Observes PassagesStored stored) {
        index.add(stored.tenant(), stored.sourceId(), stored.passages());
    }

    void remove(@Observes PassagesRemoved removed) {
        index.remove(removed.tenant(), removed.sourceId());
    }

    void remove(@Observes TenantDeleted deleted) {
        index.removeTenant(deleted.tenant());
    }

    void prepare(@Observes(during = TransactionPhase.AFTER_SUCCESS) PassagesStored stored) {
        prepare(stored.tenant());
    }

    void prepare(@Observes(during = TransactionPhase.AFTER_SUCCESS) PassagesRemoved removed) {
        prepare(removed.tenant());
    }

    void prepare(@Observes(during = TransactionPhase.AFTER_SUCCESS) TenantDeleted deleted) {
        prepare(deleted.tenant());
    }

    private void prepare(TenantId tenant) {
        executor.execute(() -> index.prepare(tenant));
    }
}
