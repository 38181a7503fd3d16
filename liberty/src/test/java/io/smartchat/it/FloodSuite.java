package io.smartchat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/**
 * A key in the hands of a script: a thousand messages in ten seconds, from fifty sessions. The model is called as often
 * as the owner allows, and the visitors of another tenant notice little. How little is printed; the bound is wide, since
 * the flood, the servers and the visitors share the processors of one machine here, with whatever else it does.
 */
abstract class FloodSuite extends ServerSuite {

    private static final int MESSAGES = 1000;
    private static final int SESSIONS = 50;
    private static final int ALLOWED = 60;
    private static final Duration FLOOD = Duration.ofSeconds(10);
    private static final int ROUNDS = 2;
    private static final System.Logger LOG = System.getLogger(FloodSuite.class.getName());

    private final AiMock model = AiMock.shared();

    FloodSuite(Store store) {
        super(store);
    }

    @Test
    void theModelIsCalledAsOftenAsAllowedAndOthersLoseNothing() throws Exception {
        TestTenant calm = withModel("Calm");
        try (Visitors visitors = new Visitors(model, () -> chat(calm))) {
            visitors.chatFor(Duration.ofSeconds(5));
            visitors.forget();
            List<Duration> undisturbed = new ArrayList<>();
            List<Duration> disturbed = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                undisturbed.addAll(visitors.chatFor(FLOOD));
                disturbed.addAll(chatInAFlood(visitors, "flood of round " + round));
            }

            double ratio = (double) Visitors.quantile(disturbed, 95).toNanos()
                    / Visitors.quantile(undisturbed, 95).toNanos();
            LOG.log(
                    System.Logger.Level.INFO,
                    () -> "Time to first token, median "
                            + Visitors.quantile(disturbed, 50).toMillis() + " against "
                            + Visitors.quantile(undisturbed, 50).toMillis() + " ms, p95: "
                            + Visitors.quantile(undisturbed, 95).toMillis() + " ms undisturbed ("
                            + undisturbed.size() + " answers), "
                            + Visitors.quantile(disturbed, 95).toMillis() + " ms in the flood ("
                            + disturbed.size() + " answers), ratio " + Math.round(ratio * 100) / 100.0);
            assertThat(visitors.unanswered()).isEmpty();
            assertThat(ratio).isLessThan(5);
        }
    }

    private List<Duration> chatInAFlood(Visitors visitors, String name) throws Exception {
        TestTenant flooded = withModel("Flooded");
        admin.put(flooded.at("limits"), "messages_per_minute", ALLOWED).expect(200);
        String question = name + " " + UUID.randomUUID();
        model.answer(question, "Please, one after another.", Duration.ZERO);
        List<Duration> seen;
        long began = System.nanoTime();
        try (Flood flood = new Flood(question)) {
            for (int i = 0; i < SESSIONS; i++) {
                flood.join(chat(flooded));
            }
            flood.begin();
            seen = visitors.chatFor(FLOOD);
            flood.await();
        }
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds() + 1;
        int calls = model.promptsWith(question).size();
        LOG.log(
                System.Logger.Level.INFO,
                () -> MESSAGES + " messages, " + ALLOWED + " a minute allowed: " + calls + " calls at the model within "
                        + seconds + " s");
        assertThat(calls).isBetween(10, ALLOWED);
        return seen;
    }

    private TestTenant withModel(String name) {
        TestTenant tenant = admin.createTenant(name);
        tenant.configureModel(
                "provider", "openai", "base_url", model.url() + "/v1", "model", "gpt-4o", "api_key", "sk-test");
        return tenant;
    }

    /** Sends its messages evenly, each session in its turn, whatever is answered. */
    private static final class Flood implements AutoCloseable {

        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        private final List<ChatClient> sessions = new ArrayList<>();
        private final String question;
        private ScheduledFuture<?> sending;
        private int sent;

        Flood(String question) {
            this.question = question;
        }

        void join(ChatClient session) {
            sessions.add(session);
        }

        void begin() {
            long between = FLOOD.toNanos() / MESSAGES;
            sending = clock.scheduleAtFixedRate(this::sendOne, 0, between, TimeUnit.NANOSECONDS);
        }

        void await() throws InterruptedException, ExecutionException, TimeoutException {
            try {
                sending.get(60, TimeUnit.SECONDS);
            } catch (CancellationException e) {
                assertThat(sent).isEqualTo(MESSAGES);
            }
        }

        private void sendOne() {
            sessions.get(sent % SESSIONS).sendQuestion(question + " number " + sent);
            sent++;
            if (sent == MESSAGES) {
                sending.cancel(false);
            }
        }

        @Override
        public void close() {
            clock.shutdownNow();
            sessions.forEach(ChatClient::close);
        }
    }
}
