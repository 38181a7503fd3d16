package io.smartchat.llm;

import io.smartchat.platform.Remembered;
import io.smartchat.tenant.TenantDeleted;
import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Optional;
import java.util.function.Function;

/** Model settings that were asked for lately; no secret is among them. */
@ApplicationScoped
class KnownConfigs {

    private final Remembered<TenantId, LlmConfig> configs = new Remembered<>();

    LlmConfig get(TenantId tenant, Function<TenantId, LlmConfig> read) {
        return configs.get(tenant, id -> Optional.of(read.apply(id))).orElseThrow();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) LlmConfigChanged change) {
        configs.forget(change.tenant());
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) TenantDeleted event) {
        configs.forget(event.tenant());
    }
}
