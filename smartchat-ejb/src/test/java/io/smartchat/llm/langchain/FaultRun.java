package io.smartchat.llm.langchain;

import io.smartchat.llm.ChatProvider;
import io.smartchat.llm.ModelFault;
import io.smartchat.llm.RecordedAnswer;
import io.smartchat.llm.ScriptedModelServer;
import io.smartchat.llm.WireDialect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Many turns at once against one server with one fault. */
final class FaultRun implements AutoCloseable {

    private static final Pattern TURN = Pattern.compile("turn (\\d+)!");

    private final ModelFault fault;
    private final LlmTimeouts limits;
    private final ScriptedModelServer server;
    private final ChatProvider provider;
    private final Map<Integer, Long> faultSince = new ConcurrentHashMap<>();

    /** One turn and how much longer it took than its limit allows, less than nothing where it kept to it. */
    record Turn(RecordedAnswer answer, Duration took, Duration overrun) {}

    FaultRun(ModelFault fault, WireDialect dialect, LangChainProviders providers, LlmTimeouts limits) {
        this.fault = fault;
        this.limits = limits;
        this.server = new ScriptedModelServer(dialect);
        this.provider = providers.provider(Dialects.settings(server, dialect));
        server.script("turn ", exchange -> {
            int turn = turnIn(exchange.request());
            fault.play(exchange, dialect, () -> faultSince.put(turn, System.nanoTime()));
        });
    }

    List<Turn> turns(int count) {
        List<Started> started = IntStream.range(0, count).mapToObj(this::start).toList();
        return started.stream().map(this::ended).toList();
    }

    static long slowest(List<Turn> turns) {
        return turns.stream().mapToLong(turn -> turn.took().toMillis()).max().orElse(0);
    }

    void awaitNobodyConnected() {
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> server.open() == 0);
    }

    @Override
    public void close() {
        server.close();
    }

    private record Started(int turn, RecordedAnswer answer, long at) {}

    private Started start(int turn) {
        Started started = new Started(turn, new RecordedAnswer(), System.nanoTime());
        provider.answer(Dialects.question("turn " + turn + "!"), started.answer());
        return started;
    }

    private Turn ended(Started started) {
        long endedAt = started.answer().awaitEnd().endedAt();
        return new Turn(
                started.answer(),
                Duration.ofNanos(endedAt - started.at()),
                Duration.ofNanos(endedAt - mayEnd(started)));
    }

    private long mayEnd(Started started) {
        return switch (fault.ends()) {
            case COMPLETE, UNAVAILABLE, TIMEOUT_BEFORE_THE_TOKEN ->
                started.at() + limits.firstToken().toNanos();
            case TIMEOUT_BY_SILENCE ->
                faultSince.getOrDefault(started.turn(), started.at())
                        + limits.idle().toNanos();
            case TIMEOUT_AT_THE_LAST -> started.at() + limits.total().toNanos();
        };
    }

    private static int turnIn(String request) {
        Matcher turn = TURN.matcher(request);
        if (!turn.find()) {
            throw new AssertionError("a request without a turn: " + request);
        }
        return Integer.parseInt(turn.group(1));
    }
}
