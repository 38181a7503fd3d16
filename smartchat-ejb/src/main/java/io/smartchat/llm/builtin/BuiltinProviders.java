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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The built-in answerer, the same for every tenant. */
@ApplicationScoped
public class BuiltinProviders implements ChatProviderFactory {

    private final Embeddings embeddings;

    @Resource
    private ManagedExecutorService managed;

    /** An answer that stands there at once is not noticed; at this pace fifty words take half a second. */
    private static final long PACE_MILLIS = 10;

    private final Executor executor;
    private final Executor nextDelta;

    protected BuiltinProviders() {
        this(null);
    }

    @Inject
    public BuiltinProviders(Embeddings embeddings) {
        this.embeddings = embeddings;
        this.executor = task -> managed.execute(task);
        this.nextDelta = CompletableFuture.delayedExecutor(PACE_MILLIS, TimeUnit.MILLISECONDS, executor);
    }

    /** With an executor of the caller's, outside a container. */
    public BuiltinProviders(Embeddings embeddings, Executor executor) {
        this.embeddings = embeddings;
        this.executor = executor;
        this.nextDelta = Runnable::run;
    }

    @Override
    public Set<LlmProvider> makes() {
        return Set.of(LlmProvider.BUILTIN);
    }

    @Override
    public ChatProvider provider(ModelSettings settings) {
        return new BuiltinProvider(embeddings, executor, nextDelta);
    }

    @Override
    public List<String> models(ModelSettings settings) {
        return List.of("extractive");
    }
}
