package io.smartchat.llm;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.output.FinishReason;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Says what the test scripted, one script a request, and remembers what it was asked. */
public final class ScriptedProvider implements ChatProvider {

    private final Queue<Consumer<AnswerListener>> scripts = new ArrayDeque<>();
    private final List<AnswerRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final CompletableFuture<Void> firstCancel = new CompletableFuture<>();
    private int calls;

    public ScriptedProvider says(String... deltas) {
        return plays(listener -> {
            List.of(deltas).forEach(listener::onText);
            listener.onComplete(new Completion(
                    new Usage(10, deltas.length), FinishReason.STOP, List.of(), LlmProvider.OPENAI, "scripted-1"));
        });
    }

    public ScriptedProvider asksFor(ToolExecutionRequest... tools) {
        return plays(listener -> listener.onComplete(new Completion(
                new Usage(7, 1), FinishReason.TOOL_EXECUTION, List.of(tools), LlmProvider.OPENAI, "scripted-1")));
    }

    public ScriptedProvider plays(Consumer<AnswerListener> script) {
        scripts.add(script);
        return this;
    }

    public ToolExecutionRequest call(String tool, String arguments) {
        calls++;
        return ToolExecutionRequest.builder()
                .id("call_" + calls)
                .name(tool)
                .arguments(arguments)
                .build();
    }

    public List<AnswerRequest> requests() {
        return requests;
    }

    public CompletableFuture<Void> firstCancel() {
        return firstCancel;
    }

    @Override
    public AnswerStream answer(AnswerRequest request, AnswerListener listener) {
        requests.add(request);
        Consumer<AnswerListener> script = scripts.poll();
        if (script == null) {
            throw new AssertionError("asked once more than scripted");
        }
        script.accept(listener);
        return () -> {
            cancelled.incrementAndGet();
            firstCancel.complete(null);
        };
    }
}
