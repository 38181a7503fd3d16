package io.smartchat.llm.builtin;

import io.smartchat.llm.ChatProvider;
import io.smartchat.llm.ChatProviderFactory;
import io.smartchat.llm.Embeddings;
import io.smartchat.llm.LlmProvider;
import io.smartchat.llm.ModelSettings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** The built-in answerer, the same for every tenant. */
@ApplicationScoped
public class BuiltinProviders implements ChatProviderFactory {

    private final Embeddings embeddings;

    @Resource
    private ManagedExecutorService executor;

    @SuppressWarnings("NullAway")
    protected BuiltinProviders() {
        this(null);
    }

    @Inject
    public BuiltinProviders(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    @Override
    public Set<LlmProvider> makes() {
        return Set.of(LlmProvider.BUILTIN);
    }

    @Override
    public ChatProvider provider(ModelSettings settings) {
        return new BuiltinProvider(embeddings, executor);
    }

    @Override
    public List<String> models(ModelSettings settings) {
        return List.of("extractive");
    }
}
