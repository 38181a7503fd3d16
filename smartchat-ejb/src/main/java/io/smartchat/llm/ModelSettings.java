package io.smartchat.llm;

import org.jspecify.annotations.Nullable;

/**
 * All a provider needs to be asked, the API key in the clear: never shown, never logged.
 *
 * @param baseUrl null for the provider's own
 */
public record ModelSettings(
        LlmProvider provider,
        @Nullable String baseUrl,
        @Nullable String apiKey,
        @Nullable String model,
        @Nullable Double temperature,
        @Nullable Integer maxTokens) {

    /** Whether the provider can be asked: OpenAI itself wants a key, a server of one's own may not. */
    public boolean complete() {
        return switch (provider) {
            case BUILTIN -> true;
            case OLLAMA -> model != null;
            case OPENAI -> model != null && (apiKey != null || baseUrl != null);
        };
    }

    /** The address that is asked; empty for the built-in provider. */
    public String endpoint() {
        return baseUrl != null ? baseUrl : provider.defaultBaseUrl();
    }

    @Override
    public String toString() {
        return "ModelSettings[" + provider.wireName() + ", " + endpoint() + ", " + model + "]";
    }
}
