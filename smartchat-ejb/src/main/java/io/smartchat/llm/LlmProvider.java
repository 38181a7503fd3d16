package io.smartchat.llm;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who answers. */
public enum LlmProvider {
    /** Quotes the documents; no language model. */
    BUILTIN(""),
    /** OpenAI, or any server that speaks its API. */
    OPENAI("https://api.openai.com/v1"),
    OLLAMA("http://localhost:11434");

    private final String defaultBaseUrl;

    LlmProvider(String defaultBaseUrl) {
        this.defaultBaseUrl = defaultBaseUrl;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where it is asked when no base URL is set; empty where nothing is asked. */
    public String defaultBaseUrl() {
        return defaultBaseUrl;
    }

    public static Optional<LlmProvider> of(String wireName) {
        return Stream.of(values()).filter(p -> p.wireName().equals(wireName)).findFirst();
    }
}
