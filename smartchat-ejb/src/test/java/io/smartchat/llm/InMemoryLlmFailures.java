package io.smartchat.llm;

import io.smartchat.tenant.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Failures in a map. */
class InMemoryLlmFailures extends LlmFailures {

    private final Map<TenantId, LlmFailure> rows = new ConcurrentHashMap<>();

    @Override
    public Optional<LlmFailure> last(TenantId tenant) {
        return Optional.ofNullable(rows.get(tenant));
    }

    @Override
    void note(TenantId tenant, LlmFailure failure) {
        rows.put(tenant, failure);
    }
}
