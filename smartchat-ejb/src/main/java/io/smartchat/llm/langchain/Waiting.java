package io.smartchat.llm.langchain;

import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * How providers wait for model servers.
 *
 * @param executor for what must not run on the thread that hands on a model's bytes
 */
record Waiting(LlmTimeouts timeouts, Retries retries, Executor executor, Clock clock) {}
