package io.smartchat.web.llm;

import io.smartchat.llm.LlmTestResult;
import org.jspecify.annotations.Nullable;

/** What came of a test call, on the wire. */
public record TestResult(
        boolean success,
        String message,
        long latencyMs,
        @Nullable Fallback fallback) {

    public record Fallback(boolean success, String message, long latencyMs) {}

    static TestResult from(LlmTestResult result) {
        LlmTestResult second = result.fallback();
        return new TestResult(
                result.success(),
                result.message(),
                result.latencyMs(),
                second == null ? null : new Fallback(second.success(), second.message(), second.latencyMs()));
    }
}
