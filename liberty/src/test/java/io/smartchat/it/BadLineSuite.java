package io.smartchat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.smartchat.it.CuttingProxy.Cut;
import io.smartchat.it.CuttingProxy.Direction;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A thousand connections cut at any byte: what is delivered, what is stored and what the model said are the same. */
abstract class BadLineSuite extends ServerSuite {

    private static final System.Logger LOG = System.getLogger(BadLineSuite.class.getName());
    private static final int SESSIONS = 100;
    private static final int CUTS = 1_000;
    private static final int DELTAS = 400;
    private static final Duration BETWEEN = Duration.ofMillis(15);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    BadLineSuite(Store store) {
        super(store);
    }

    @Test
    void noWordIsLostOrDoubledByAThousandCuts() throws InterruptedException, ExecutionException {
        long seed = Long.getLong("smartchat.seed", System.nanoTime());
        TestTenant tenant = admin.createTenant("Bad lines");
        ExecutorService visitors = Executors.newFixedThreadPool(SESSIONS);
        try (StreamingModel model = new StreamingModel()) {
            model.use(tenant);
            List<Callable<Integer>> chats = IntStream.range(0, SESSIONS)
                    .mapToObj(i -> (Callable<Integer>) () -> chat(tenant, model, seed, i))
                    .toList();
            int cuts = 0;
            for (Future<Integer> chat : visitors.invokeAll(chats, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                cuts += chat.get();
            }
            LOG.log(System.Logger.Level.INFO, "{0} cuts, seed {1,number,#}", cuts, seed);
            assertThat(cuts).as("cuts with -Dsmartchat.seed=%d", seed).isGreaterThanOrEqualTo(CUTS);
        } finally {
            visitors.shutdownNow();
        }
    }

    /** @return how often its line was cut */
    private int chat(TestTenant tenant, StreamingModel model, long seed, int number) {
        String question = "Please tell me story " + number + " of seed " + seed + ".";
        StreamingModel.Script story = new StreamingModel.Script(Words.deltas(number, DELTAS), Duration.ZERO, BETWEEN);
        model.script(question, story);
        PatientVisitor visitor = new PatientVisitor(tenant.apiKey(), question);
        try (CuttingProxy proxy = new CuttingProxy(server.port(), plan(new Random(seed + number)))) {
            while (visitor.end() == null) {
                visitor.listen(proxy.through(server.chatUrl(visitor.sessionId())));
            }
            String told = "session " + number + ", -Dsmartchat.seed=" + seed + ", " + visitor.lastSeq()
                    + " chunks, the model sent " + model.call(question).sent() + ", " + visitor.end();
            assertThat(visitor.end().path("status").asText()).as(told).isEqualTo("complete");
            assertThat(visitor.end().path("seq").asInt()).as(told).isEqualTo(visitor.lastSeq());
            assertThat(visitor.delivered()).as(told).isEqualTo(story.text());
            List<JsonNode> history = visitorOf(tenant).history(visitor.sessionId());
            assertThat(history)
                    .as(told)
                    .extracting(m -> m.path("role").asText())
                    .containsExactly("user", "assistant");
            assertThat(history)
                    .as(told)
                    .extracting(m -> m.path("content").asText())
                    .containsExactly(question, story.text());
            assertThat(history.get(1).path("id").asText()).as(told).isEqualTo(visitor.messageId());
            assertThat(history.get(1).path("status").asText()).as(told).isEqualTo("complete");
            return proxy.cuts();
        }
    }

    /** Every third connection is cut on its way in: in the handshake, in the question, in a resume. */
    private static Supplier<Cut> plan(Random random) {
        AtomicInteger connections = new AtomicInteger();
        return () -> {
            int connection = connections.getAndIncrement();
            boolean reset = connection % 2 == 0;
            return connection % 3 == 0
                    ? new Cut(Direction.TO_SERVER, 1 + random.nextInt(400), reset)
                    : new Cut(Direction.TO_CLIENT, 1 + random.nextInt(1_200), reset);
        };
    }
}
