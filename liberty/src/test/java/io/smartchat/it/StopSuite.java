package io.smartchat.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A model is not kept talking to nobody: it sees its socket close soon after a stop, and some time after the last reader. */
abstract class StopSuite extends ServerSuite {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration AFTER_THE_TAB = Duration.ofSeconds(35);
    private static final Duration COMING_BACK = Duration.ofSeconds(20);
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final StreamingModel.Script LONG =
            new StreamingModel.Script(Words.deltas(1, 200), Duration.ofMillis(100), BETWEEN);
    private static final StreamingModel.Script SLOW =
            new StreamingModel.Script(Words.deltas(2, 5), Duration.ofSeconds(50), BETWEEN);

    private StreamingModel model;
    private TestTenant tenant;

    StopSuite(Store store) {
        super(store);
    }

    @BeforeAll
    void startTheModel() {
        model = new StreamingModel();
        tenant = admin.createTenant("Stops");
        model.use(tenant);
    }

    @AfterAll
    void stopTheModel() {
        model.close();
    }

    @Test
    void aStopInMidStreamClosesTheModelsRequestAndKeepsWhatWasSaid() {
        String question = scripted(LONG);
        String session = ChatClient.newSession();
        try (ChatClient chat = chat(tenant, session)) {
            chat.sendQuestion(question);
            chat.next("chunk");
            assertClosedSoonAfterStop(chat, question);
            assertStopped(session, LONG);
            assertThat(stored(session).path("content").asText()).isNotEmpty();
        }
    }

    @Test
    void aStopBeforeTheFirstTokenClosesTheModelsRequest() {
        String question = scripted(SLOW);
        String session = ChatClient.newSession();
        try (ChatClient chat = chat(tenant, session)) {
            chat.sendQuestion(question);
            model.call(question).asked();
            assertClosedSoonAfterStop(chat, question);
            assertStopped(session, SLOW);
        }
    }

    /** In one test, as the time they take is the same. */
    @Test
    void anAnswerNobodyReadsIsStoppedAndOneThatIsResumedInTimeIsNot() {
        String left = scripted(LONG);
        String leftAtOnce = scripted(LONG);
        String resumed = scripted(LONG);
        String leftSession = ChatClient.newSession();
        String leftAtOnceSession = ChatClient.newSession();
        String resumedSession = ChatClient.newSession();
        String messageId;

        ask(leftAtOnceSession, leftAtOnce).close();
        final long atOnce = System.nanoTime();
        try (ChatClient chat = ask(leftSession, left)) {
            chat.next("chunk");
        }
        final long later = System.nanoTime();
        try (ChatClient chat = ask(resumedSession, resumed)) {
            messageId = chat.next("start").path("message_id").asText();
        }
        await("some time, but not too much")
                .atMost(AFTER_THE_TAB)
                .until(() -> model.call(resumed).sent() >= COMING_BACK.dividedBy(BETWEEN));
        try (ChatClient chat = chat(tenant, resumedSession)) {
            chat.send("type", "resume", "api_key", tenant.apiKey(), "message_id", messageId, "after", 0);

            assertThat(since(later, model.call(left).hungUp()))
                    .isLessThan(AFTER_THE_TAB)
                    .isGreaterThan(COMING_BACK);
            assertThat(since(atOnce, model.call(leftAtOnce).hungUp())).isLessThan(AFTER_THE_TAB);
            assertStopped(leftSession, LONG);
            assertStopped(leftAtOnceSession, LONG);

            Answer answer = chat.nextAnswer();
            assertThat(answer.status()).isEqualTo("complete");
            assertThat(answer.text()).isEqualTo(LONG.text());
            assertThat(model.call(resumed).isHungUp()).isFalse();
        }
        try (ChatClient late = chat(tenant, leftSession)) {
            String kept = stored(leftSession).path("id").asText();
            late.send("type", "resume", "api_key", tenant.apiKey(), "message_id", kept, "after", 0);
            assertThat(late.nextAnswer().status()).isEqualTo("stopped");
        }
    }

    private ChatClient ask(String session, String question) {
        ChatClient chat = chat(tenant, session);
        chat.sendQuestion(question);
        return chat;
    }

    private void assertClosedSoonAfterStop(ChatClient chat, String question) {
        final long stopped = System.nanoTime();
        chat.send("type", "stop");

        assertThat(chat.next("done").path("status").asText()).isEqualTo("stopped");
        assertThat(since(stopped, model.call(question).hungUp())).isLessThan(SOON);
    }

    private void assertStopped(String session, StreamingModel.Script script) {
        await("the end stored")
                .untilAsserted(() ->
                        assertThat(stored(session).path("status").asText()).isEqualTo("stopped"));
        assertThat(script.text()).startsWith(stored(session).path("content").asText());
    }

    private JsonNode stored(String session) {
        return visitorOf(tenant).history(session).get(1);
    }

    private String scripted(StreamingModel.Script script) {
        String question = "Please tell me a long story (" + UUID.randomUUID() + ")";
        model.script(question, script);
        return question;
    }

    private static Duration since(long start, long end) {
        return Duration.ofNanos(end - start);
    }
}
