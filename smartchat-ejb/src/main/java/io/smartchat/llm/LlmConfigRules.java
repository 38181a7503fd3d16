package io.smartchat.llm;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.FieldError;
import io.smartchat.platform.OutboundPolicy;
import io.smartchat.platform.SmartChatException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What settings must be like, in words for the person who entered them. Collects every fault before it speaks. */
final class LlmConfigRules {

    private static final int MAX_URL = 2000;
    private static final int MAX_MODEL = 200;
    private static final int MAX_KEY = 4000;
    private static final int MAX_PROMPT = 20_000;
    private static final int MAX_NO_ANSWER = 1000;
    private static final String FALLBACK = "fallback_";
    private static final int MAX_TOKENS = 1_000_000;

    private final OutboundPolicy outbound;
    private final List<FieldError> errors = new ArrayList<>();

    LlmConfigRules(OutboundPolicy outbound) {
        this.outbound = outbound;
    }

    LlmConfigRules knownNames(LlmConfigUpdate update) {
        if (update.provider() != null && LlmProvider.of(update.provider()).isEmpty()) {
            reject("provider", "Choose builtin, openai or ollama.");
        }
        String fallback = update.fallback().provider();
        if (fallback != null
                && !fallback.isBlank()
                && LlmProvider.of(fallback.strip()).isEmpty()) {
            reject("fallback_provider", "Choose builtin, openai or ollama, or none.");
        }
        if (update.grounding() != null && Grounding.of(update.grounding()).isEmpty()) {
            reject("grounding", "Choose off, prefer or strict.");
        }
        if (update.embeddingProvider() != null
                && !update.embeddingProvider().equals(StoredLlmConfig.EMBEDDING_PROVIDER)) {
            reject("embedding_provider", "Only the built-in embedding model is available: builtin.");
        }
        if (update.embeddingModel() != null && !update.embeddingModel().equals(StoredLlmConfig.EMBEDDING_MODEL)) {
            reject("embedding_model", "Only " + StoredLlmConfig.EMBEDDING_MODEL + " is available.");
        }
        return this;
    }

    LlmConfigRules sound(ServerChange change) {
        ModelSettings settings = change.settings();
        Double temperature = settings.temperature();
        if (temperature != null && !(temperature >= 0 && temperature <= 2)) {
            reject("temperature", "Choose a temperature from 0 to 2.");
        }
        Integer maxTokens = settings.maxTokens();
        if (maxTokens != null && (maxTokens < 1 || maxTokens > MAX_TOKENS)) {
            reject("max_tokens", "Choose a number of tokens from 1 to " + MAX_TOKENS + ".");
        }
        server("", settings);
        return this;
    }

    LlmConfigRules soundTexts(@Nullable String systemPrompt, @Nullable String noAnswerText) {
        limit("system_prompt", systemPrompt, MAX_PROMPT);
        limit("no_answer_text", noAnswerText, MAX_NO_ANSWER);
        return this;
    }

    LlmConfigRules soundFallback(@Nullable ServerChange change, FallbackUpdate sent) {
        if (change != null) {
            server(FALLBACK, change.settings());
            if (change.settings().model() != null && !change.settings().complete()) {
                reject("fallback_api_key", "OpenAI needs a key. A server of your own needs its address instead.");
            }
        } else if (isText(sent.model()) || isText(sent.baseUrl()) || isText(sent.apiKey())) {
            reject("fallback_provider", "Choose who answers when the provider can't.");
        }
        return this;
    }

    /** A stored key must not travel to a server it was not given for. */
    LlmConfigRules keyStaysWithItsServer(ModelSettings before, ServerChange change) {
        keyStays("api_key", before, change);
        return this;
    }

    LlmConfigRules fallbackKeyStaysWithItsServer(@Nullable ModelSettings before, @Nullable ServerChange change) {
        if (before != null && change != null) {
            keyStays("fallback_api_key", before, change);
        }
        return this;
    }

    void check() {
        if (!errors.isEmpty()) {
            throw SmartChatException.invalid(errors);
        }
    }

    /** Scheme, host and port that a key given for these settings goes to. */
    static String origin(ModelSettings settings) {
        String endpoint = settings.endpoint().isEmpty() ? LlmProvider.OPENAI.defaultBaseUrl() : settings.endpoint();
        return uri(endpoint).map(LlmConfigRules::origin).orElse(endpoint);
    }

    private static String origin(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        boolean standardPort = uri.getPort() == -1 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + host + (standardPort ? "" : ":" + uri.getPort());
    }

    private void keyStays(String field, ModelSettings before, ServerChange change) {
        String from = origin(before);
        String to = origin(change.settings());
        if (before.apiKey() != null && !change.keyChanged() && !from.equals(to)) {
            reject(
                    field,
                    "The server changes from " + from + " to " + to
                            + ". Enter the API key for the new server; the stored one is not sent there.");
        }
    }

    private void server(String prefix, ModelSettings settings) {
        if (settings.provider() != LlmProvider.BUILTIN && settings.model() == null) {
            reject(prefix + "model", "Name the model to use, as the server calls it.");
        }
        limit(prefix + "model", settings.model(), MAX_MODEL);
        String key = settings.apiKey();
        limit(prefix + "api_key", key, MAX_KEY);
        if (key != null && !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            reject(prefix + "api_key", "The key holds a space or a character that can't be sent. Copy it again.");
        }
        baseUrl(prefix + "base_url", settings.baseUrl());
    }

    private void baseUrl(String field, @Nullable String baseUrl) {
        if (baseUrl == null) {
            return;
        }
        limit(field, baseUrl, MAX_URL);
        Optional<URI> uri = uri(baseUrl);
        if (uri.isEmpty() || uri.get().getRawQuery() != null || uri.get().getRawFragment() != null) {
            reject(field, "Enter the address of the server, such as https://llm.example.com/v1.");
            return;
        }
        try {
            outbound.checkSetting(uri.get());
        } catch (SmartChatException e) {
            if (e.code() != ErrorCode.OUTBOUND_REFUSED) {
                throw e;
            }
            reject(field, e.getMessage());
        }
    }

    private static boolean isText(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private void limit(String field, @Nullable String value, int longest) {
        if (value != null && value.length() > longest) {
            reject(field, "That is too long: at most " + longest + " characters.");
        }
    }

    private void reject(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
