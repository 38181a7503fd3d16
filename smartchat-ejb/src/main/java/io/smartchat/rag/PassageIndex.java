package io.smartchat.rag;

import io.smartchat.knowledge.StoredPassage;
import io.smartchat.tenant.TenantId;
import java.util.List;
import java.util.UUID;

/**
 * Finds passages by words and by meaning, each tenant's apart from all others'. Changes join the caller's transaction: they
 * are found once it has committed, and leave nothing behind if it rolls back.
 */
public interface PassageIndex extends AutoCloseable {

    /** Adds passages of one source; their chunk rows exist already. */
    void add(TenantId tenant, UUID sourceId, List<StoredPassage> passages);

    /** Removes all passages of a source. */
    void remove(TenantId tenant, UUID sourceId);

    /** Removes all passages of a tenant. */
    void removeTenant(TenantId tenant);

    /**
     * Proposes passages for a question.
     *
     * @param terms the question's terms by {@link PassageAnalyzer}, duplicates kept
     * @param vector the question's embedding, unit length
     * @param limit how many passages the words and how many the vector propose at most
     */
    Candidates search(TenantId tenant, List<String> terms, float[] vector, int limit);

    /** Does now what the tenant's next search would have to wait for. Never needed for correctness. */
    default void prepare(TenantId tenant) {}

    /** {@link #prepare Prepares} all tenants, once after the start, and clears away what a crash has left. */
    default void prepareAll() {}

    @Override
    default void close() {}
}
