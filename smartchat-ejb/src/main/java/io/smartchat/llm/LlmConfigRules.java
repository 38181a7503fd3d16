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

    LlmConfigRules sound(ModelSettings settings, @Nullable String systemPrompt) {
        Double temperature = settings.temperature();
        if (temperature != null && !(temperature >= 0 && temperature <= 2)) {
            reject("temperature", "Choose a temperature from 0 to 2.");
        }
        Integer maxTokens = settings.maxTokens();
        if (maxTokens != null && (maxTokens < 1 || maxTokens > MAX_TOKENS)) {
            reject("max_tokens", "Choose a number of tokens from 1 to " + MAX_TOKENS + ".");
        }
        if (settings.provider() != LlmProvider.BUILTIN && settings.model() == null) {
            reject("model", "Name the model to use, as the server calls it.");
        }
        limit("model", settings.model(), MAX_MODEL);
        limit("system_prompt", systemPrompt, MAX_PROMPT);
        String key = settings.apiKey();
        limit("api_key", key, MAX_KEY);
        if (key != null && !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            reject("api_key", "The key holds a space or a character that can't be sent. Copy it again.");
        }
        baseUrl(settings.baseUrl());
        return this;
    }

    /** A stored key must not travel to a server it was not given for. */
    LlmConfigRules keyStaysWithItsServer(boolean keyKept, ModelSettings before, ModelSettings after) {
        if (keyKept && !origin(before).equals(origin(after))) {
            reject(
                    "api_key",
                    "The server changes from " + origin(before) + " to " + origin(after)
                            + ". Enter the API key for the new server; the stored one is not sent there.");
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

    private void baseUrl(@Nullable String baseUrl) {
        if (baseUrl == null) {
            return;
        }
        limit("base_url", baseUrl, MAX_URL);
        Optional<URI> uri = uri(baseUrl);
        if (uri.isEmpty() || uri.get().getRawQuery() != null || uri.get().getRawFragment() != null) {
            reject("base_url", "Enter the address of the server, such as https://llm.example.com/v1.");
            return;
        }
        try {
            outbound.checkSetting(uri.get());
        } catch (SmartChatException e) {
            if (e.code() != ErrorCode.OUTBOUND_REFUSED) {
                throw e;
            }
            reject("base_url", e.getMessage());
        }
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
