package io.smartchat.llm;

import io.smartchat.tenant.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rows in a map; a changed row is the stored one, as with the real store inside a transaction. */
class InMemoryLlmConfigs extends LlmConfigStore {

    private final Map<UUID, StoredLlmConfig> rows = new HashMap<>();

    @Override
    Optional<StoredLlmConfig> find(TenantId tenant) {
        return Optional.ofNullable(rows.get(tenant.value()));
    }

    @Override
    void add(StoredLlmConfig config) {
        rows.put(config.tenant().value(), config);
    }

    @Override
    void flush() {}
}
