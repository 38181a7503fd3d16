package io.smartchat.llm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Builds an update field by field, under the fields' wire names. */
final class LlmConfigUpdates {

    private final Map<String, Object> fields = new HashMap<>();
    private final Set<String> cleared = new HashSet<>();

    static LlmConfigUpdates empty() {
        return new LlmConfigUpdates();
    }

    LlmConfigUpdates provider(String value) {
        return set("provider", value);
    }

    LlmConfigUpdates apiKey(String value) {
        return set("api_key", value);
    }

    LlmConfigUpdates baseUrl(String value) {
        return set("base_url", value);
    }

    LlmConfigUpdates model(String value) {
        return set("model", value);
    }

    LlmConfigUpdates temperature(Double value) {
        return set("temperature", value);
    }

    LlmConfigUpdates maxTokens(Integer value) {
        return set("max_tokens", value);
    }

    LlmConfigUpdates systemPrompt(String value) {
        return set("system_prompt", value);
    }

    LlmConfigUpdates cleared(String... names) {
        cleared.addAll(Set.of(names));
        return this;
    }

    LlmConfigUpdates field(String name, String text) {
        return set(
                name,
                switch (name) {
                    case "temperature" -> Double.valueOf(text);
                    case "max_tokens" -> Integer.valueOf(text);
                    default -> text;
                });
    }

    LlmConfigUpdate build() {
        return new LlmConfigUpdate(
                (String) fields.get("provider"),
                (String) fields.get("api_key"),
                (String) fields.get("base_url"),
                (String) fields.get("model"),
                (Double) fields.get("temperature"),
                (Integer) fields.get("max_tokens"),
                (String) fields.get("system_prompt"),
                (String) fields.get("embedding_provider"),
                (String) fields.get("embedding_model"),
                (String) fields.get("grounding"),
                (String) fields.get("no_answer_text"),
                new FallbackUpdate(
                        (String) fields.get("fallback_provider"),
                        (String) fields.get("fallback_api_key"),
                        (String) fields.get("fallback_base_url"),
                        (String) fields.get("fallback_model")),
                cleared);
    }

    private LlmConfigUpdates set(String name, Object value) {
        fields.put(name, value);
        return this;
    }
}
