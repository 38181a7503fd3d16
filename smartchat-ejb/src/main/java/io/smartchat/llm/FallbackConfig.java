package io.smartchat.llm;

import org.jspecify.annotations.Nullable;

/**
 * Who is asked when a tenant's provider can't be, as it may be shown. Temperature and length are the provider's.
 *
 * @param apiKeyPreview first 3 and last 4 characters, or null without a key
 * @param baseUrl null for the provider's own
 */
public record FallbackConfig(
        LlmProvider provider,
        boolean apiKeySet,
        @Nullable String apiKeyPreview,
        @Nullable String baseUrl,
        @Nullable String model) {}
