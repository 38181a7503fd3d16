package io.smartchat.llm;

import io.smartchat.llm.builtin.BuiltinProviders;
import io.smartchat.tenant.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Settings of a tenant that lets the built-in provider answer, strictly from its documents. */
public final class StrictBuiltin extends LlmConfigService {

    @Override
    public LlmConfig get(TenantId tenant) {
        return new LlmConfig(
                true,
                LlmProvider.BUILTIN,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                "builtin",
                "all-minilm-l6-v2-q",
                Grounding.STRICT,
                null,
                null,
                1);
    }

    @Override
    ModelSettings settings(TenantId tenant) {
        return new ModelSettings(LlmProvider.BUILTIN, null, null, null, null, null);
    }

    @Override
    Optional<ModelSettings> fallback(TenantId tenant) {
        return Optional.empty();
    }

    /** Answers on the caller's thread. */
    public ChatProviders providers(Embeddings embeddings) {
        return new ChatProviders(
                this,
                List.of(new BuiltinProviders(embeddings, Runnable::run)),
                new InMemoryLlmFailures(),
                Clock.systemUTC(),
                Runnable::run);
    }
}
