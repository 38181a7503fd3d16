package io.smartchat.llm;

import org.jspecify.annotations.Nullable;

/**
 * What came of asking a provider once.
 *
 * @param message for the admin: may hold the provider's own words, never the key
 * @param latencyMs until the whole answer was there, or until it failed
 * @param fallback what came of asking the fallback; null where there is none, and in a fallback's own result
 */
public record LlmTestResult(
        boolean success,
        String message,
        long latencyMs,
        @Nullable LlmTestResult fallback) {}
