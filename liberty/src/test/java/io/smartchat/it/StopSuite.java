package io.smartchat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model nobody listens to any more is hung up on. */
abstract class StopSuite extends ServerSuite {

    StopSuite(Store store) {
        super(store);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theModelsRequestIsClosedWithinASecondOfStop(boolean speaks) {
        TestTenant tenant = admin.createTenant("Stopped");
        try (HangingModel model = new HangingModel(speaks);
                ChatClient chat = ask(tenant, model, ChatClient.newSession())) {
            model.awaitAsked();
            if (speaks) {
                chat.next("chunk");
            }
            long stopped = System.nanoTime();
            chat.send("type", "stop");

            assertThat(since(stopped, model.awaitHungUp())).isLessThan(Duration.ofSeconds(1));
            assertThat(chat.next("done").path("status").asText()).isEqualTo("stopped");
        }
    }

    @Test
    void theModelsRequestIsClosedWhenTheTabIsAndNobodyComesBack() {
        TestTenant tenant = admin.createTenant("Abandoned");
        String session = ChatClient.newSession();
        try (HangingModel model = new HangingModel(true)) {
            long left;
            String answerId;
            try (ChatClient tab = ask(tenant, model, session)) {
                answerId = tab.next("chunk").path("message_id").asText();
                left = System.nanoTime();
            }
            assertThat(since(left, model.awaitHungUp())).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(35));

            try (ChatClient later = chat(tenant, session)) {
                later.send("type", "resume", "api_key", tenant.apiKey(), "message_id", answerId, "after", 0);
                Answer answer = later.nextAnswer();
                assertThat(answer.text()).startsWith("So far.");
                assertThat(answer.status()).isEqualTo("stopped");
            }
        }
    }

    private ChatClient ask(TestTenant tenant, HangingModel model, String session) {
        tenant.configureModel("provider", "openai", "base_url", model.url(), "model", "m", "api_key", "sk-test");
        ChatClient chat = chat(tenant, session);
        chat.sendQuestion("Are you there?");
        return chat;
    }

    private static Duration since(long start, long end) {
        return Duration.ofNanos(end - start);
    }
}
