package io.smartchat.llm;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A partial change of a tenant's settings, as it was sent. A null field is unchanged unless {@link #cleared} names it; an
 * empty text clears, except the API key, where empty means unchanged.
 *
 * @param cleared wire names of the fields that were sent as null
 */
public record LlmConfigUpdate(
        @Nullable String provider,
        @Nullable String apiKey,
        @Nullable String baseUrl,
        @Nullable String model,
        @Nullable Double temperature,
        @Nullable Integer maxTokens,
        @Nullable String systemPrompt,
        @Nullable String embeddingProvider,
        @Nullable String embeddingModel,
        @Nullable String grounding,
        @Nullable String noAnswerText,
        FallbackUpdate fallback,
        Set<String> cleared) {

    public static final LlmConfigUpdate NONE = new LlmConfigUpdate(
            null, null, null, null, null, null, null, null, null, null, null, FallbackUpdate.NONE, Set.of());

    public LlmConfigUpdate {
        cleared = Set.copyOf(cleared);
    }

    boolean clears(String field) {
        return cleared.contains(field);
    }

    /** The text a field has after this change. */
    @Nullable
    String text(String field, @Nullable String sent, @Nullable String before) {
        if (sent == null) {
            return clears(field) ? null : before;
        }
        String stripped = sent.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    @Override
    public String toString() {
        return "LlmConfigUpdate[provider=" + provider + ", baseUrl=" + baseUrl + ", model=" + model + "]";
    }
}
