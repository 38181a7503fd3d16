package io.smartchat.llm.langchain;

import dev.langchain4j.model.catalog.ModelDescription;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaModel;
import dev.langchain4j.model.ollama.OllamaModels;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiModelCatalog;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.smartchat.llm.ChatProvider;
import io.smartchat.llm.ChatProviderFactory;
import io.smartchat.llm.LlmProvider;
import io.smartchat.llm.ModelServerException;
import io.smartchat.llm.ModelSettings;
import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.OutboundPolicy;
import io.smartchat.platform.SmartChatException;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** OpenAI's API, wherever it is spoken, and Ollama. */
@ApplicationScoped
public class LangChainProviders implements ChatProviderFactory {

    private static final int TLS_THREADS = 2;
    private static final Pattern OPENAI_ITSELF =
            Pattern.compile("^https://([a-z0-9-]+\\.)*openai(\\.azure)?\\.com([:/]|$)", Pattern.CASE_INSENSITIVE);

    private final OutboundPolicy outbound;
    private final Waiting waiting;
    private final ExecutorService tlsThreads;
    private final java.net.http.HttpClient plain;
    private final java.net.http.HttpClient tls;

    @Resource
    private ManagedExecutorService managed;

    protected LangChainProviders() {
        this.outbound = null;
        this.waiting = null;
        this.tlsThreads = null;
        this.plain = null;
        this.tls = null;
    }

    @Inject
    public LangChainProviders(OutboundPolicy outbound, Config config, Clock clock) {
        this(outbound, timeouts(config), Retries.DEFAULT, clock, null);
    }

    /** Outside a container, with threads of its own for retries. */
    public LangChainProviders(OutboundPolicy outbound, LlmTimeouts timeouts) {
        this(outbound, timeouts, Retries.DEFAULT);
    }

    LangChainProviders(OutboundPolicy outbound, LlmTimeouts timeouts, Retries retries) {
        this(outbound, timeouts, retries, Clock.systemUTC(), CompletableFuture::runAsync);
    }

    /** @param executor null for the container's */
    LangChainProviders(
            OutboundPolicy outbound, LlmTimeouts timeouts, Retries retries, Clock clock, @Nullable Executor executor) {
        this.outbound = outbound;
        this.waiting =
                new Waiting(timeouts, retries, executor == null ? task -> managed.execute(task) : executor, clock);
        this.tlsThreads = Executors.newFixedThreadPool(TLS_THREADS, task -> {
            Thread thread = new Thread(task, "llm-tls");
            thread.setDaemon(true);
            return thread;
        });
        // bytes of a plain connection are handed on by the thread that read them; deciphering needs threads of its own
        this.plain = httpClient(Runnable::run);
        this.tls = httpClient(tlsThreads);
    }

    @PreDestroy
    void stop() {
        tlsThreads.shutdown();
    }

    @Override
    public Set<LlmProvider> makes() {
        return Set.of(LlmProvider.OPENAI, LlmProvider.OLLAMA);
    }

    @Override
    public ChatProvider provider(ModelSettings settings) {
        boolean ollama = settings.provider() == LlmProvider.OLLAMA;
        ModelHttpClient http = client(settings);
        StreamingChatModel model = ollama ? ollama(settings, http) : openAi(settings, http);
        return new LangChainProvider(model, http, settings, outbound, waiting);
    }

    @Override
    public List<String> models(ModelSettings settings) {
        outbound.check(URI.create(settings.endpoint()));
        try {
            return settings.provider() == LlmProvider.OLLAMA ? ollamaModels(settings) : openAiModels(settings);
        } catch (RuntimeException e) {
            String why = new ModelFaults(settings.endpoint(), settings.apiKey()).explainList(e);
            throw new SmartChatException(
                    ErrorCode.UPSTREAM_FAILED,
                    "The models can't be listed. " + why,
                    new ModelServerException(why, 0, false));
        }
    }

    private List<String> openAiModels(ModelSettings settings) {
        return OpenAiModelCatalog.builder()
                .httpClientBuilder(client(settings).asBuilder())
                .baseUrl(settings.endpoint())
                .apiKey(settings.apiKey())
                .build()
                .listModels()
                .stream()
                .map(ModelDescription::name)
                .sorted()
                .toList();
    }

    private List<String> ollamaModels(ModelSettings settings) {
        return OllamaModels.builder()
                .httpClientBuilder(client(settings).asBuilder())
                .baseUrl(settings.endpoint())
                .maxRetries(0)
                .build()
                .availableModels()
                .content()
                .stream()
                .map(OllamaModel::getName)
                .sorted()
                .toList();
    }

    private static StreamingChatModel openAi(ModelSettings settings, ModelHttpClient http) {
        // OpenAI's newer models know only the new name of the limit, most other servers only the old one
        boolean openAiItself = isOpenAiItself(settings.endpoint());
        return OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http.asBuilder())
                .baseUrl(settings.endpoint())
                .apiKey(settings.apiKey())
                .modelName(settings.model())
                .temperature(settings.temperature())
                .maxTokens(openAiItself ? null : settings.maxTokens())
                .maxCompletionTokens(openAiItself ? settings.maxTokens() : null)
                .returnThinking(true)
                .build();
    }

    private static StreamingChatModel ollama(ModelSettings settings, ModelHttpClient http) {
        return OllamaStreamingChatModel.builder()
                .httpClientBuilder(http.asBuilder())
                .baseUrl(settings.endpoint())
                .modelName(settings.model())
                .temperature(settings.temperature())
                .numPredict(settings.maxTokens())
                .returnThinking(true)
                .build();
    }

    static boolean isOpenAiItself(String endpoint) {
        return OPENAI_ITSELF.matcher(endpoint).find();
    }

    private ModelHttpClient client(ModelSettings settings) {
        boolean ollama = settings.provider() == LlmProvider.OLLAMA;
        return new ModelHttpClient(
                settings.endpoint().startsWith("https:") ? tls : plain,
                ollama ? Framing.NDJSON : Framing.SSE,
                ollama ? settings.apiKey() : null);
    }

    private java.net.http.HttpClient httpClient(Executor executor) {
        // model servers on a desk often misread the upgrade to HTTP/2 that the JDK would offer
        return java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .connectTimeout(waiting.timeouts().connect())
                .executor(executor)
                .sslContext(publicCertificates())
                .build();
    }

    /** The JDK's own trust: an application server puts one of its own in the place of the default context. */
    private static SSLContext publicCertificates() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS is not available", e);
        }
    }

    private static LlmTimeouts timeouts(Config config) {
        LlmTimeouts standard = LlmTimeouts.DEFAULT;
        return new LlmTimeouts(
                timeout(config, "connect", standard.connect()),
                timeout(config, "first-token", standard.firstToken()),
                timeout(config, "idle", standard.idle()),
                timeout(config, "total", standard.total()));
    }

    private static Duration timeout(Config config, String name, Duration standard) {
        return config.getOptionalValue("smartchat.llm.timeout." + name, Duration.class)
                .orElse(standard);
    }

    /** Makes a wrong setting stop the start instead of the first use. */
    void atStart(@Observes Startup startup) {}
}
