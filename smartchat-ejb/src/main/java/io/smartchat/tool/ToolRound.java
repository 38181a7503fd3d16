package io.smartchat.tool;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The calls a model makes at once. They run side by side, and each ends in its time whatever its tool does. */
public final class ToolRound {

    private static final System.Logger LOG = System.getLogger(ToolRound.class.getName());
    private static final String FAILED =
            "This could not be looked up because of a fault. Don't guess what it would say.";

    private final Toolbox toolbox;
    private final ToolLimits limits;
    private final Executor executor;
    private final Consumer<ToolRun> told;
    private final List<ToolCall> calls = new ArrayList<>();
    private boolean cancelled;

    /** @param told hears of each tool that starts (RUNNING) and of its end, from any thread; not of a malformed call */
    public ToolRound(Toolbox toolbox, ToolLimits limits, Executor executor, Consumer<ToolRun> told) {
        this.toolbox = toolbox;
        this.limits = limits;
        this.executor = executor;
        this.told = told;
    }

    /**
     * Starts the calls and returns at once.
     *
     * @param left what remains of the turn's time for tools
     * @return what came of them, in their order, once all have ended; never completed once this round is cancelled
     */
    public CompletableFuture<List<ToolRun>> run(List<ToolExecutionRequest> requests, Duration left) {
        Duration time = left.compareTo(limits.call()) < 0 ? left : limits.call();
        List<CompletableFuture<ToolRun>> runs = new ArrayList<>();
        for (ToolExecutionRequest request : requests) {
            runs.add(runs.size() < limits.callsPerRound() ? start(request, time) : tooMany(request));
        }
        return CompletableFuture.allOf(runs.toArray(CompletableFuture[]::new))
                .thenApply(all -> runs.stream().map(CompletableFuture::join).toList());
    }

    /** Nobody waits any more: running tools are told so. */
    public void cancel() {
        List<ToolCall> running;
        synchronized (this) {
            cancelled = true;
            running = List.copyOf(calls);
        }
        running.forEach(ToolCall::cancel);
    }

    private CompletableFuture<ToolRun> start(ToolExecutionRequest request, Duration time) {
        String name = request.name() == null ? "" : request.name();
        Tool tool = toolbox.find(name).orElse(null);
        if (tool == null) {
            return CompletableFuture.completedFuture(malformed(request, toolbox.unknown(name)));
        }
        ToolArguments arguments = ToolArguments.read(request.arguments(), tool.specification());
        if (arguments.complaint() != null) {
            return CompletableFuture.completedFuture(malformed(request, arguments.complaint()));
        }
        if (time.isNegative() || time.isZero()) {
            ToolRun over = run(request, tool, ToolResult.failed("The time for looking things up is over."), 0);
            told.accept(over);
            return CompletableFuture.completedFuture(over);
        }
        ToolCall call = new ToolCall(arguments.values());
        synchronized (this) {
            if (cancelled) {
                return new CompletableFuture<>();
            }
            calls.add(call);
        }
        return start(tool, call, request, time);
    }

    private CompletableFuture<ToolRun> start(Tool tool, ToolCall call, ToolExecutionRequest request, Duration time) {
        told.accept(run(request, tool, null, 0));
        long startedAt = System.nanoTime();
        CompletableFuture<ToolResult> result = new CompletableFuture<>();
        try {
            executor.execute(() -> result.complete(runSafely(tool, call)));
        } catch (RuntimeException e) {
            result.complete(failed(tool, e));
        }
        ToolResult late = ToolResult.failed(
                "This took too long and was given up. Say so; you may try once more with a narrower question.");
        return result.completeOnTimeout(late, time.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(found -> {
                    if (found == late) {
                        call.cancel();
                    }
                    ToolRun ended = run(request, tool, found, millisSince(startedAt));
                    told.accept(ended);
                    return ended;
                });
    }

    private static ToolResult runSafely(Tool tool, ToolCall call) {
        try {
            return tool.run(call);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return failed(tool, e);
        }
    }

    private static ToolResult failed(Tool tool, Throwable cause) {
        LOG.log(System.Logger.Level.ERROR, "The tool " + tool.specification().name() + " failed", cause);
        return ToolResult.failed(FAILED);
    }

    private ToolRun run(ToolExecutionRequest request, Tool tool, @Nullable ToolResult result, long millis) {
        return result == null
                ? new ToolRun(request, tool.label(), ToolStatus.RUNNING, "", null, JsonValue.EMPTY_JSON_OBJECT, millis)
                : new ToolRun(
                        request,
                        tool.label(),
                        result.status(),
                        ToolText.clean(result.text(), limits.mostCharacters()),
                        result.rowCount(),
                        result.details(),
                        millis);
    }

    private CompletableFuture<ToolRun> tooMany(ToolExecutionRequest request) {
        return CompletableFuture.completedFuture(malformed(
                request,
                "That is too much at once. Ask for at most " + limits.callsPerRound() + " lookups at a time."));
    }

    private static ToolRun malformed(ToolExecutionRequest request, String sentence) {
        return new ToolRun(request, "", ToolStatus.MALFORMED, sentence, null, JsonValue.EMPTY_JSON_OBJECT, 0);
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
