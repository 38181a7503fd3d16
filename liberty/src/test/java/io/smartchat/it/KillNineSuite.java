package io.smartchat.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code kill -9} at a bad moment: what was taken in is not lost, and not there twice. */
abstract class KillNineSuite extends ServerSuite {

    private static final int DOCUMENTS = 20;
    private static final int PAGES = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    KillNineSuite(Store store) {
        super(store);
    }

    @Test
    void documentsEndReadyAndWholeWhenTheServerIsKilledWhileReadingThem() {
        TestFile[] files = IntStream.rangeClosed(1, DOCUMENTS)
                .mapToObj(KillNineSuite::manual)
                .toArray(TestFile[]::new);
        Map<String, List<String>> undisturbed = contents(upload("Undisturbed", files));

        TestTenant tenant = admin.createTenant("Killed while reading");
        admin.sendFiles("POST", tenant.at("knowledge/upload"), files).expect(202);
        await("some documents read and some not")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> ready(tenant), ready -> ready >= 3);
        server.kill();
        server.start();

        assertThat(ready(tenant)).as("killed in the middle").isLessThan(DOCUMENTS);
        admin.awaitIngestion(tenant);
        assertThat(tenant.sources())
                .hasSize(DOCUMENTS)
                .allMatch(source -> source.path("status").asText().equals("ready"));
        assertThat(contents(tenant)).isEqualTo(undisturbed);
    }

    @Test
    void everyPassageIsFoundOnceAfterAKill() {
        TestTenant tenant = admin.createTenant("Killed while indexing");
        String id = tenant.upload(manual(1));
        server.kill();
        server.start();
        admin.awaitIngestion(tenant);

        JsonNode results = admin.post(tenant.at("knowledge/search"), "query", "valve of pump model", "top_k", 50)
                .expect(200)
                .json()
                .path("results");
        assertThat(results)
                .hasSize(tenant.chunks(id).size())
                .extracting(result -> result.path("text").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void aQuestionIsStoredOnceAndItsAnswerEndsWhenTheServerIsKilledWhileAnswering() {
        AiMock model = AiMock.shared();
        TestTenant tenant = admin.createTenant("Killed while answering");
        tenant.configureModel(
                "provider", "openai", "base_url", model.url() + "/v1", "model", "gpt-4o", "api_key", "sk-test");
        String question = "Please tell me a long story, number " + UUID.randomUUID();
        String story = "Once upon a time there was a pump in a cellar. ".repeat(10);
        model.answer(question, story, Duration.ofMillis(200));
        String session = ChatClient.newSession();
        String messageId;
        try (ChatClient chat = chat(tenant, session)) {
            chat.send("message", question, "api_key", tenant.apiKey(), "client_message_id", "first");
            messageId = chat.next("start").path("message_id").asText();
            await("a stored part of the answer")
                    .atMost(PATIENCE)
                    .until(() -> !visitorOf(tenant)
                            .history(session)
                            .get(1)
                            .path("content")
                            .asText()
                            .isEmpty());
            server.kill();
        }
        server.start();

        List<JsonNode> history = await("the answer given up")
                .atMost(PATIENCE)
                .until(() -> visitorOf(tenant).history(session), KillNineSuite::isOver);
        assertThat(history).extracting(message -> message.path("role").asText()).containsExactly("user", "assistant");
        assertThat(history.get(0).path("content").asText()).isEqualTo(question);
        assertThat(history.get(1).path("status").asText()).isEqualTo("interrupted");
        String kept = history.get(1).path("content").asText();
        assertThat(story).startsWith(kept);
        try (ChatClient chat = chat(tenant, session)) {
            chat.send("type", "resume", "api_key", tenant.apiKey(), "message_id", messageId, "after", 0);
            Answer resumed = chat.nextAnswer();
            assertThat(resumed.text()).isEqualTo(kept);
            assertThat(resumed.end().path("code").asText()).isEqualTo("interrupted");

            chat.send("message", question, "api_key", tenant.apiKey(), "client_message_id", "first");
            chat.nextAnswer();
            assertThat(visitorOf(tenant).history(session)).hasSize(2);
        }
    }

    /** With a shared database another server could still be at work on the answer: it takes a while to be sure. */
    private static boolean isOver(List<JsonNode> history) {
        return !history.get(1).path("status").asText().equals("streaming");
    }

    private TestTenant upload(String name, TestFile... files) {
        TestTenant tenant = admin.createTenant(name);
        admin.sendFiles("POST", tenant.at("knowledge/upload"), files).expect(202);
        admin.awaitIngestion(tenant);
        return tenant;
    }

    private static long ready(TestTenant tenant) {
        return tenant.sources().stream()
                .filter(source -> source.path("status").asText().equals("ready"))
                .count();
    }

    /** The passages of each file, in order. */
    private static Map<String, List<String>> contents(TestTenant tenant) {
        return tenant.sources().stream()
                .collect(Collectors.toMap(
                        source -> source.path("filename").asText(),
                        source -> tenant.chunks(source.path("id").asText()).stream()
                                .map(chunk -> chunk.path("page").asText() + " "
                                        + chunk.path("text").asText())
                                .toList()));
    }

    private static TestFile manual(int number) {
        Function<Integer, String> page = i -> "Pump model " + number + ", chapter " + i + "\n"
                + ("Open valve " + i + " of pump model " + number
                                + " slowly, watch the gauge and wait until the needle " + "rests below mark "
                                + (number * 100 + i) + " before you close the drain again. ")
                        .repeat(7);
        return TestFile.pdf(
                "pump-" + number + ".pdf",
                Documents.pdf(
                        IntStream.rangeClosed(1, PAGES).mapToObj(page::apply).toList()));
    }
}
