package io.smartchat.llm;

import org.jspecify.annotations.Nullable;

/**
 * A tenant's model settings as they may be shown: the API key itself is not among them.
 *
 * @param configured whether the provider can be asked with what is set
 * @param apiKeyPreview first 3 and last 4 characters, or null without a key
 * @param baseUrl null for the provider's own
 * @param temperature 0..2, null for the model's own
 * @param maxTokens longest answer, null for the model's own
 * @param noAnswerText said where strict grounding or the built-in provider finds nothing to answer from; null
 *     for our own sentence
 * @param fallback asked when the provider can't be; null for nobody
 * @param version grows with every change
 */
public record LlmConfig(
        boolean configured,
        LlmProvider provider,
        boolean apiKeySet,
        @Nullable String apiKeyPreview,
        @Nullable String baseUrl,
        @Nullable String model,
        @Nullable Double temperature,
        @Nullable Integer maxTokens,
        @Nullable String systemPrompt,
        String embeddingProvider,
        String embeddingModel,
        Grounding grounding,
        @Nullable String noAnswerText,
        @Nullable FallbackConfig fallback,
        int version) {}
