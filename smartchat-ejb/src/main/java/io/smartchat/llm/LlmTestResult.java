package io.smartchat.llm;

/**
 * What came of asking a provider once.
 *
 * @param message for the admin: may hold the provider's own words, never the key
 * @param latencyMs until the whole answer was there, or until it failed
 */
public record LlmTestResult(boolean success, String message, long latencyMs) {}
