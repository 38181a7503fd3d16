package io.smartchat.web.llm;

import io.smartchat.llm.LlmTestResult;

/** What came of a test call, on the wire. */
public record TestResult(boolean success, String message, long latencyMs) {

    static TestResult from(LlmTestResult result) {
        return new TestResult(result.success(), result.message(), result.latencyMs());
    }
}
