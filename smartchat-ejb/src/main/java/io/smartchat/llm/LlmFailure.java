package io.smartchat.llm;

import java.time.Instant;

/**
 * The last time a tenant's provider, or its fallback, failed.
 *
 * @param code as a visitor's frame has it
 * @param message for the admin: the provider's own words, never the key
 */
public record LlmFailure(Instant at, String code, String message) {}
