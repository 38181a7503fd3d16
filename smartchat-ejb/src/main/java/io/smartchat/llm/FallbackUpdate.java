package io.smartchat.llm;

import org.jspecify.annotations.Nullable;

/**
 * The part of an {@link LlmConfigUpdate} that changes the fallback: fields named {@code fallback_…}, by the same rules. An
 * empty provider takes the fallback away, its key included.
 */
public record FallbackUpdate(
        @Nullable String provider,
        @Nullable String apiKey,
        @Nullable String baseUrl,
        @Nullable String model) {

    public static final FallbackUpdate NONE = new FallbackUpdate(null, null, null, null);

    @Override
    public String toString() {
        return "FallbackUpdate[provider=" + provider + ", baseUrl=" + baseUrl + ", model=" + model + "]";
    }
}
