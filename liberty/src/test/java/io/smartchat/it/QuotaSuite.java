package io.smartchat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an owner allows is what visitors get, and no model hears of the rest. */
abstract class QuotaSuite extends ServerSuite {

    private final AiMock model = AiMock.shared();

    QuotaSuite(Store store) {
        super(store);
    }

    @Test
    void theLimitsAreTheOperatorsUntilTheOwnerChangesSome() {
        TestTenant tenant = admin.createTenant("Limits");
        JsonNode before = limits(tenant);
        assertThat(before.path("messages_per_minute").asInt()).isEqualTo(1_000_000);
        assertThat(before.path("daily_tokens").isNull()).isTrue();
        assertThat(before.at("/today/messages").asInt()).isZero();

        limit(tenant, "visitor_messages_per_minute", 7, "daily_tokens", 5_000_000_000L);
        JsonNode changed = limits(tenant);
        assertThat(changed.path("visitor_messages_per_minute").asInt()).isEqualTo(7);
        assertThat(changed.path("daily_tokens").asLong()).isEqualTo(5_000_000_000L);
        assertThat(changed.path("messages_per_minute")).isEqualTo(before.path("messages_per_minute"));

        assertThat(limit(tenant, "daily_tokens", null).path("daily_tokens").isNull())
                .isTrue();
        assertThat(limits(tenant).path("visitor_messages_per_minute").asInt()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_per_minute", "visitor_messages_per_minute", "address_messages_per_minute"})
    void aLimitThatCannotBeIsNamed(String field) {
        TestTenant tenant = admin.createTenant("Wrong limits");
        for (Object wrong : List.of(0, -1, 1_000_001, "many", 1.5)) {
            Reply reply = admin.put(tenant.at("limits"), field, wrong);
            assertThat(reply.status()).as(field + " " + wrong).isEqualTo(422);
            assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo(field);
        }
        assertThat(admin.put(tenant.at("limits"), "daily_tokens", 0).status()).isEqualTo(422);
    }

    @Test
    void aVisitorWhoAsksTooMuchIsToldWhenToComeBack() {
        TestTenant tenant = withModel("Busy visitor");
        limit(tenant, "visitor_messages_per_minute", 2);
        String session = ChatClient.newSession();
        try (ChatClient chat = chat(tenant, session);
                ChatClient calm = chat(tenant)) {
            chat.ask(question());
            chat.ask(question());
            String refused = question();
            JsonNode error = chat.ask(refused).end();

            assertThat(error.path("code").asText()).isEqualTo("rate_limited");
            assertThat(error.path("message").asText()).isNotBlank();
            assertThat(error.path("retry_after").asInt()).isBetween(1, 30);
            assertThat(model.promptsWith(refused)).isEmpty();
            assertThat(visitorOf(tenant).history(session)).hasSize(4);
            assertThat(calm.ask(question()).status()).isEqualTo("complete");
        }
        assertThat(limits(tenant).at("/today/messages").asInt()).isEqualTo(3);
        assertThat(limits(tenant).at("/today/refused").asInt()).isOne();
    }

    @Test
    void anAnswerGivenAnewIsAMessageToo() {
        TestTenant tenant = withModel("Again");
        limit(tenant, "visitor_messages_per_minute", 1);
        try (ChatClient chat = chat(tenant)) {
            Answer first = chat.ask(question());
            chat.send("type", "regenerate", "message_id", first.messageId());

            assertThat(chat.nextError()).isEqualTo("rate_limited");
        }
    }

    @Test
    void aMessageSentAgainCostsNothingAndIsNeverRefused() {
        TestTenant tenant = withModel("Resent");
        limit(tenant, "visitor_messages_per_minute", 1);
        try (ChatClient chat = chat(tenant)) {
            String asked = question();
            chat.send("message", asked, "api_key", tenant.apiKey(), "client_message_id", "one");
            Answer first = chat.nextAnswer();
            for (int i = 0; i < 5; i++) {
                chat.send("message", asked, "api_key", tenant.apiKey(), "client_message_id", "one");
                assertThat(chat.nextAnswer().messageId()).isEqualTo(first.messageId());
            }
            chat.send("message", asked, "api_key", tenant.apiKey(), "client_message_id", "two");
            assertThat(chat.nextError()).isEqualTo("rate_limited");

            limit(tenant, "visitor_messages_per_minute", 2);
            chat.send("message", asked, "api_key", tenant.apiKey(), "client_message_id", "one");
            chat.nextAnswer();
            chat.send("message", asked, "api_key", tenant.apiKey(), "client_message_id", "two");
            assertThat(chat.nextAnswer().status()).isEqualTo("complete");
            chat.send("message", asked, "api_key", tenant.apiKey(), "client_message_id", "three");
            assertThat(chat.nextAnswer().status()).isEqualTo("complete");
        }
    }

    @Test
    void aUsedUpBudgetEndsTheDay() {
        TestTenant tenant = withModel("Budget");
        limit(tenant, "daily_tokens", 10);
        try (ChatClient chat = chat(tenant)) {
            assertThat(chat.ask(question()).status()).isEqualTo("complete");
            String refused = question();
            JsonNode error = chat.ask(refused).end();

            assertThat(error.path("code").asText()).isEqualTo("rate_limited");
            assertThat(error.path("message").asText()).contains("tomorrow");
            assertThat(error.path("retry_after").asLong())
                    .isBetween(1L, Duration.ofDays(1).toSeconds());
            assertThat(model.promptsWith(refused)).isEmpty();

            JsonNode today = limits(tenant).path("today");
            assertThat(today.path("prompt_tokens").asLong()).isPositive();
            assertThat(today.path("completion_tokens").asLong()).isPositive();
            limit(tenant, "daily_tokens", null);
            assertThat(chat.ask(question()).status()).isEqualTo("complete");
        }
    }

    @Test
    void aWordForAnotherAddressIsNotTakenFromAnybody() {
        TestTenant tenant = withModel("Forger");
        limit(tenant, "address_messages_per_minute", 3);
        List<String> ends = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String forged = "198.51.100." + i;
            try (ChatClient chat =
                    ChatClient.openVia(server, tenant.apiKey(), "X-Forwarded-For", forged, "$WSRA", forged)) {
                ends.add(chat.ask(question()).end().path("type").asText());
            }
        }

        assertThat(ends).containsExactly("done", "done", "done", "error", "error", "error");
        assertThat(server.printed()).as("a hint for the operator").contains("SMARTCHAT_TRUSTED_PROXIES");
    }

    @Test
    void aFloodOfFramesIsToldThenClosed() {
        TestTenant tenant = admin.createTenant("Frames");
        try (ChatClient chat = chat(tenant);
                ChatClient calm = chat(tenant)) {
            chat.sendWhileOpen("{\"type\":\"ping\"}", 1000);

            assertThat(chat.nextError()).isEqualTo("rate_limited");
            assertThat(chat.closeCode()).isEqualTo(4429);
            calm.send("type", "ping");
            calm.next("pong");
        }
    }

    private TestTenant withModel(String name) {
        TestTenant tenant = admin.createTenant(name);
        tenant.configureModel(
                "provider", "openai", "base_url", model.url() + "/v1", "model", "gpt-4o", "api_key", "sk-test");
        return tenant;
    }

    /** One of its own, which the model knows. */
    private String question() {
        String question = "How many? " + UUID.randomUUID();
        model.answer(question, "As many as you may.", Duration.ZERO);
        return question;
    }

    private JsonNode limits(TestTenant tenant) {
        return admin.get(tenant.at("limits")).expect(200).json();
    }

    private JsonNode limit(TestTenant tenant, Object... fields) {
        return admin.put(tenant.at("limits"), fields).expect(200).json();
    }
}
