package io.smartchat.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code kill -9} while fifty visitors are being answered: what was acknowledged is there, once, and can be gone on with. */
abstract class KilledChatsSuite extends ServerSuite {

    private static final System.Logger LOG = System.getLogger(KilledChatsSuite.class.getName());
    private static final int CHATS = 50;
    private static final Duration BETWEEN = Duration.ofMillis(25);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int kills;

    KilledChatsSuite(Store store, int kills) {
        super(store);
        this.kills = kills;
    }

    private record Chat(PatientVisitor visitor, String story) {}

    @Test
    void everyAcknowledgedQuestionIsStoredOnceAndItsAnswerCompleteOrInterrupted() {
        long seed = Long.getLong("smartchat.seed", System.nanoTime());
        Random random = new Random(seed);
        TestTenant tenant = admin.createTenant("Killed while fifty chat");
        List<Chat> all = new ArrayList<>();
        try (StreamingModel model = new StreamingModel()) {
            model.use(tenant);
            for (int kill = 0; kill < kills; kill++) {
                List<Chat> chats = chats(tenant, model, "round " + kill + " of seed " + seed, random);
                killWhileAnswering(chats, random);
                chats.forEach(chat -> goOn(chat, seed));
                all.addAll(chats);
            }
            await("the answers of dead servers given up")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(all).noneMatch(chat -> has(tenant, chat, "streaming")));
            all.forEach(chat -> check(tenant, chat, "-Dsmartchat.seed=" + seed));
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} kills, {1} answers interrupted, {2} complete, seed {3,number,#}",
                    kills,
                    all.stream()
                            .filter(chat -> has(tenant, chat, "interrupted"))
                            .count(),
                    all.stream().filter(chat -> has(tenant, chat, "complete")).count(),
                    seed);
        }
    }

    /** Answers of any length, so that some are over when the server dies and some have not begun. */
    private List<Chat> chats(TestTenant tenant, StreamingModel model, String round, Random random) {
        List<Chat> chats = new ArrayList<>();
        for (int i = 0; i < CHATS; i++) {
            String question = "Please tell me story " + i + ", " + round + ".";
            StreamingModel.Script story = new StreamingModel.Script(
                    Words.deltas(i, 1 + random.nextInt(100)), Duration.ofMillis(random.nextInt(1000)), BETWEEN);
            model.script(question, story);
            chats.add(new Chat(new PatientVisitor(tenant.apiKey(), question), story.text()));
        }
        return chats;
    }

    /** The visitors come one after another; the moment is anywhere between their first and some time behind their last. */
    private void killWhileAnswering(List<Chat> chats, Random random) {
        ExecutorService visitors = Executors.newFixedThreadPool(CHATS);
        try {
            CompletableFuture<?>[] listening = chats.stream()
                    .map(chat -> CompletableFuture.runAsync(() -> listen(chat.visitor()), visitors))
                    .toArray(CompletableFuture[]::new);
            int acknowledged = 1 + random.nextInt(CHATS);
            int chunks = random.nextInt(60);
            await("the moment")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> chats.stream()
                                            .filter(chat -> chat.visitor().messageId() != null)
                                            .count()
                                    >= acknowledged
                            && chats.stream()
                                            .mapToInt(chat -> chat.visitor().lastSeq())
                                            .max()
                                            .orElse(0)
                                    >= chunks);
            server.kill();
            CompletableFuture.allOf(listening)
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } finally {
            visitors.shutdownNow();
        }
        server.start();
    }

    private void listen(PatientVisitor visitor) {
        visitor.listen(URI.create(server.chatUrl(visitor.sessionId())));
    }

    /** As a client does that finds its line broken: resumes behind its last chunk, or sends its question again. */
    private void goOn(Chat chat, long seed) {
        PatientVisitor visitor = chat.visitor();
        boolean acknowledged = visitor.messageId() != null;
        if (visitor.end() == null) {
            listen(visitor);
        }
        assertThat(visitor.end()).as("-Dsmartchat.seed=%d", seed).isNotNull();
        assertThat(chat.story()).as("-Dsmartchat.seed=%d", seed).startsWith(visitor.delivered());
        String ended = visitor.end().path("status").asText()
                + visitor.end().path("code").asText();
        assertThat(ended).as("-Dsmartchat.seed=%d", seed).isIn("complete", "interrupted");
        if (!acknowledged && ended.equals("complete")) {
            assertThat(visitor.delivered()).isEqualTo(chat.story());
        }
    }

    private boolean has(TestTenant tenant, Chat chat, String status) {
        return visitorOf(tenant)
                .history(chat.visitor().sessionId())
                .get(1)
                .path("status")
                .asText()
                .equals(status);
    }

    /** The history, and what a visitor who starts from nothing is told, are the same beginning of what the model said. */
    private void check(TestTenant tenant, Chat chat, String seed) {
        PatientVisitor visitor = chat.visitor();
        List<JsonNode> history = visitorOf(tenant).history(visitor.sessionId());
        assertThat(history).as(seed).extracting(m -> m.path("role").asText()).containsExactly("user", "assistant");
        assertThat(history.get(0).path("content").asText()).as(seed).isEqualTo(visitor.question());
        JsonNode answer = history.get(1);
        String stored = answer.path("content").asText();
        String status = answer.path("status").asText();
        assertThat(answer.path("id").asText()).as(seed).isEqualTo(visitor.messageId());
        assertThat(status).as(seed).isIn("complete", "interrupted");
        assertThat(chat.story()).as(seed).startsWith(stored);
        if (status.equals("complete")) {
            assertThat(stored).as(seed).isEqualTo(chat.story());
        }
        PatientVisitor again = visitor.afresh();
        listen(again);
        assertThat(again.delivered()).as(seed).isEqualTo(stored);
        assertThat(again.end().path("status").asText()
                        + again.end().path("code").asText())
                .as(seed)
                .isEqualTo(status);
    }
}
