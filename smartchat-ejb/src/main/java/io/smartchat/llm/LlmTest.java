package io.smartchat.llm;

import dev.langchain4j.data.message.UserMessage;
import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks a provider one short question, as a visitor's chat would. */
@ApplicationScoped
public class LlmTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ENOUGH_TOKENS = 64;
    private static final int SHOWN = 80;
    private static final String QUESTION = "Reply with the single word: ready";
    private static final Excerpt SAMPLE =
            new Excerpt(1, "sample.txt", null, "The single word of this test document is: ready.", 1);

    private final LlmConfigService configs;
    private final ChatProviders providers;

    protected LlmTest() {
        this(null, null);
    }

    @Inject
    public LlmTest(LlmConfigService configs, ChatProviders providers) {
        this.configs = configs;
        this.providers = providers;
    }

    /**
     * One real round trip to the provider and one to its fallback, with the tenant's settings as they would be after
     * {@code unsaved}. What succeeds or fails is the provider's.
     *
     * @param unsaved {@link LlmConfigUpdate#NONE} for the settings as stored
     * @throws SmartChatException VALIDATION if {@code unsaved} would not be accepted
     */
    public LlmTestResult run(TenantId tenant, LlmConfigUpdate unsaved) {
        ModelSettings settings = configs.settings(tenant, unsaved);
        Optional<ModelSettings> fallback = configs.fallback(tenant, unsaved);
        // both at once, so that the admin waits for the slower one only
        Asked asked = ask(settings);
        Optional<Asked> askedFallback = fallback.map(this::ask);
        LlmTestResult second = askedFallback.map(asking -> asking.result(null)).orElse(null);
        return asked.result(second);
    }

    private Asked ask(ModelSettings settings) {
        Asked asked = new Asked(settings);
        try {
            asked.streaming(providers
                    .provider(brief(settings))
                    .answer(new AnswerRequest(List.of(UserMessage.from(QUESTION)), QUESTION, List.of(SAMPLE)), asked));
        } catch (SmartChatException e) {
            asked.onError(e);
        }
        return asked;
    }

    private static ModelSettings brief(ModelSettings settings) {
        Integer limit = settings.maxTokens();
        return new ModelSettings(
                settings.provider(),
                settings.baseUrl(),
                settings.apiKey(),
                settings.model(),
                settings.temperature(),
                limit == null ? ENOUGH_TOKENS : Math.min(limit, ENOUGH_TOKENS));
    }

    private static String success(ModelSettings settings, String answer) {
        if (settings.provider() == LlmProvider.BUILTIN) {
            return "The built-in provider is ready. It quotes your documents and needs no model server.";
        }
        String said = answer.strip().replaceAll("\\s+", " ");
        String shown = said.length() <= SHOWN ? said : said.substring(0, SHOWN) + "…";
        return settings.model() + " at " + settings.endpoint() + " answered" + (shown.isEmpty() ? "." : ": " + shown);
    }

    private static String failure(ModelSettings settings, SmartChatException e) {
        if (e.code() == ErrorCode.LLM_NOT_CONFIGURED) {
            return "Something is missing: OpenAI needs a model and an API key, Ollama needs a model.";
        }
        String words = e.getCause() instanceof ModelServerException cause ? cause.getMessage() : e.getMessage();
        return words + hint(settings, e);
    }

    private static String hint(ModelSettings settings, SmartChatException e) {
        int status = e.getCause() instanceof ModelServerException cause ? cause.status() : 0;
        return switch (status) {
            case 401, 403 -> " Check the API key.";
            case 404 ->
                settings.provider() == LlmProvider.OPENAI
                                && !settings.endpoint().contains("/v1")
                        ? " Check the model's name, and whether the address should end in /v1."
                        : " Check the model's name.";
            default -> "";
        };
    }

    private static final class Asked implements AnswerListener {

        private final ModelSettings settings;
        private final long startedAt = System.nanoTime();
        private final StringBuilder received = new StringBuilder();
        private final CompletableFuture<LlmTestResult> outcome = new CompletableFuture<>();
        private @Nullable AnswerStream stream;

        Asked(ModelSettings settings) {
            this.settings = settings;
        }

        void streaming(AnswerStream started) {
            stream = started;
        }

        @Override
        public void onText(String delta) {
            received.append(delta);
        }

        @Override
        public void onComplete(Completion completion) {
            outcome.complete(new LlmTestResult(true, success(settings, received.toString()), millis(), null));
        }

        @Override
        public void onError(SmartChatException error) {
            outcome.complete(new LlmTestResult(false, failure(settings, error), millis(), null));
        }

        LlmTestResult result(@Nullable LlmTestResult fallback) {
            LlmTestResult own = await();
            return new LlmTestResult(own.success(), own.message(), own.latencyMs(), fallback);
        }

        private LlmTestResult await() {
            try {
                return outcome.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                String late = "The answer was not complete within " + PATIENCE.toSeconds() + " s.";
                return new LlmTestResult(false, late, millis(), null);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SmartChatException(ErrorCode.INTERRUPTED, "The test was interrupted. Try again.");
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } finally {
                if (stream != null) {
                    stream.cancel();
                }
            }
        }

        private long millis() {
            return (System.nanoTime() - startedAt) / 1_000_000;
        }
    }
}
