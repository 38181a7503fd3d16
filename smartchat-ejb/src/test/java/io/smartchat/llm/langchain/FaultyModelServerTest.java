package io.smartchat.llm.langchain;

import static io.smartchat.llm.ModelFault.Ends.COMPLETE;
import static io.smartchat.llm.ModelFault.Ends.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.llm.ChatProvider;
import io.smartchat.llm.ModelFault;
import io.smartchat.llm.RecordedAnswer;
import io.smartchat.llm.ScriptedModelServer;
import io.smartchat.llm.WireDialect;
import io.smartchat.platform.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A hundred turns at once into each fault a model server can have: each turn ends once, in the right way and in its time,
 * and nothing of it is left behind. Silence in the middle is timed from where it began, so that a busy machine, which is
 * slow to get there, does not count as a slow end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultyModelServerTest {

    private static final int TURNS = 100;
    private static final LlmTimeouts BRIEF = new LlmTimeouts(
            Duration.ofSeconds(1), Duration.ofMillis(1200), Duration.ofMillis(600), Duration.ofMillis(2000));

    /** For faults that are no matter of time: a busy machine may take longer over three tries than the brief limits allow. */
    private static final LlmTimeouts PATIENT =
            new LlmTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(8));

    private static final Retries RETRIES = new Retries(2, Duration.ofMillis(40));
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int NOISE_IN_FILES = 4;
    private static final long NOISE_IN_HEAP = 6L * 1024 * 1024;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final LangChainProviders brief =
            new LangChainProviders(Dialects.LOOPBACK_OPEN, BRIEF, RETRIES, Clock.systemUTC(), threads);
    private final LangChainProviders patient =
            new LangChainProviders(Dialects.LOOPBACK_OPEN, PATIENT, RETRIES, Clock.systemUTC(), threads);
    private final List<RecordedAnswer> ended = new ArrayList<>();
    private Resources before;

    static Stream<Arguments> faults() {
        return Stream.of(ModelFault.values())
                .filter(fault -> fault != ModelFault.NOT_HTTP)
                .flatMap(fault -> Stream.of(WireDialect.values()).map(dialect -> Arguments.of(fault, dialect)));
    }

    /** A first round takes what is loaded and started only once. */
    @BeforeAll
    void takeStock() {
        for (Object fault : faults().map(each -> each.get()[0]).distinct().toList()) {
            try (FaultRun run = run((ModelFault) fault, WireDialect.OPENAI)) {
                run.turns(isAMatterOfTime((ModelFault) fault) ? 1 : 10);
            }
        }
        before = Resources.now();
    }

    @AfterAll
    void stop() {
        threads.shutdown();
        brief.stop();
        patient.stop();
    }

    @Order(1)
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("faults")
    void everyTurnEndsInTheRightWayAndInItsTime(ModelFault fault, WireDialect dialect, TestReporter report) {
        try (FaultRun run = run(fault, dialect)) {
            List<FaultRun.Turn> turns = run.turns(TURNS);
            report.publishEntry(fault + " " + dialect, "slowest " + FaultRun.slowest(turns) + " ms");
            for (FaultRun.Turn turn : turns) {
                ended.add(turn.answer());
                assertEnd(fault.ends(), turn.answer());
                assertThat(turn.overrun()).isLessThan(GRACE);
            }
            run.awaitNobodyConnected();
        }
    }

    @Order(2)
    @ParameterizedTest
    @EnumSource
    void aServerThatIsNotThereIsAFaultToo(WireDialect dialect) {
        ScriptedModelServer gone = new ScriptedModelServer(dialect);
        gone.close();
        ChatProvider provider = patient.provider(Dialects.settings(gone, dialect));
        List<RecordedAnswer> answers = IntStream.range(0, TURNS)
                .mapToObj(i -> {
                    RecordedAnswer answer = new RecordedAnswer();
                    provider.answer(Dialects.question("hello"), answer);
                    return answer;
                })
                .toList();
        answers.forEach(answer -> assertEnd(UNAVAILABLE, answer.awaitEnd()));
        ended.addAll(answers);
    }

    @Order(3)
    @Test
    void noTurnHeardOfASecondEnd() {
        assertThat(ended)
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(
                                answer.completions().size() + answer.errors().size())
                        .isEqualTo(1));
    }

    @Order(4)
    @Test
    void threadsFilesAndHeapAreBackWhereTheyStarted(TestReporter report) {
        ended.clear();
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Resources now = Resources.now();
            assertThat(now.threads()).isSubsetOf(before.threads());
            assertThat(now.files()).isLessThanOrEqualTo(before.files() + NOISE_IN_FILES);
            assertThat(now.heap()).isLessThan(before.heap() + NOISE_IN_HEAP);
        });
        report.publishEntry("before", before.toString());
        report.publishEntry("after", Resources.now().toString());
    }

    /** Last, as the JDK's client never closes a connection on which something else than HTTP came (17.0.15). */
    @Order(5)
    @ParameterizedTest
    @EnumSource
    void whatIsNotHttpEndsInTimeToo(WireDialect dialect) {
        try (FaultRun run = run(ModelFault.NOT_HTTP, dialect)) {
            for (FaultRun.Turn turn : run.turns(TURNS)) {
                assertEnd(UNAVAILABLE, turn.answer());
                assertThat(turn.overrun()).isLessThan(GRACE);
            }
        }
    }

    private FaultRun run(ModelFault fault, WireDialect dialect) {
        return isAMatterOfTime(fault)
                ? new FaultRun(fault, dialect, brief, BRIEF)
                : new FaultRun(fault, dialect, patient, PATIENT);
    }

    private static boolean isAMatterOfTime(ModelFault fault) {
        return fault.ends() != COMPLETE && fault.ends() != UNAVAILABLE;
    }

    private static void assertEnd(ModelFault.Ends ends, RecordedAnswer answer) {
        switch (ends) {
            case COMPLETE -> {
                assertThat(answer.errors()).isEmpty();
                assertThat(answer.completions()).hasSize(1);
                assertThat(answer.text()).isNotEmpty();
            }
            case UNAVAILABLE -> assertThat(answer.error().code()).isEqualTo(ErrorCode.LLM_UNAVAILABLE);
            case TIMEOUT_BEFORE_THE_TOKEN -> {
                assertThat(answer.error().code()).isEqualTo(ErrorCode.LLM_TIMEOUT);
                assertThat(answer.text()).isEmpty();
            }
            case TIMEOUT_BY_SILENCE, TIMEOUT_AT_THE_LAST -> {
                assertThat(answer.error().code()).isEqualTo(ErrorCode.LLM_TIMEOUT);
                assertThat(answer.text()).isNotEmpty();
            }
        }
    }
}
