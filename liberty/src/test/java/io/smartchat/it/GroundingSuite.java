package io.smartchat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Answers of a model held to the documents, and the record that says why each is as it is. */
abstract class GroundingSuite extends ServerSuite {

    private static final String KNOWN = "When do the brake pads have to be replaced?";
    private static final String UNKNOWN = "Qui a gagné la finale de tennis de table à Osaka ?";

    private final AiMock model = AiMock.shared();
    private TestTenant tenant;

    GroundingSuite(Store store) {
        super(store);
    }

    @BeforeAll
    void uploadTheHandbook() {
        tenant = admin.createTenant("Grounding");
        tenant.uploadReady(Documents.handbook());
    }

    @Test
    void whatNothingSupportsIsMarkedAndWrongCitationsAreTakenOut() {
        ground("strict");
        model.answer(
                KNOWN,
                "The pads must be replaced below 0.9 millimetres of lining [1]. They taste of liquorice [77].",
                Duration.ZERO);
        String session = ChatClient.newSession();
        try (ChatClient chat = chat(tenant, session)) {
            Answer answer = chat.ask(KNOWN);

            assertThat(answer.text())
                    .isEqualTo("The pads must be replaced below 0.9 millimetres of lining [1]."
                            + " They taste of liquorice. [?]");
            JsonNode evidence = evidence(session, answer.messageId());
            assertThat(evidence.path("unsupported").toString()).contains("liquorice");
            assertThat(evidence.path("citations_removed").toString()).isEqualTo("[\"[77]\"]");
            assertThat(evidence.path("passages").get(0).path("score").asDouble())
                    .isPositive();
            assertThat(evidence.path("provider").asText()).isEqualTo("openai");
            assertThat(evidence.path("usage").path("prompt_tokens").isInt()).isTrue();
            assertThat(evidence.path("times").path("first_token_ms").isNumber()).isTrue();
            assertThat(visitorOf(tenant).history(session).get(1).path("content").asText())
                    .isEqualTo(answer.text());
        }
    }

    @Test
    void noModelIsAskedWhereTheDocumentsSayNothing() {
        ground("strict");
        String session = ChatClient.newSession();
        try (ChatClient chat = chat(tenant, session)) {
            Answer answer = chat.ask(UNKNOWN);

            assertThat(answer.text()).startsWith("Désolé");
            assertThat(model.promptsWith(UNKNOWN)).isEmpty();
            JsonNode evidence = evidence(session, answer.messageId());
            assertThat(evidence.path("status").asText()).isEqualTo("refused");
            assertThat(evidence.path("rounds").asInt()).isZero();
            assertThat(evidence.path("provider").isNull()).isTrue();
        }
    }

    @Test
    void theRecordGoesWithItsConversation() {
        ground("prefer");
        String question = "Hello " + UUID.randomUUID();
        model.answer(question, "Hello!", Duration.ZERO);
        String session = ChatClient.newSession();
        try (ChatClient chat = chat(tenant, session)) {
            String answerId = chat.ask(question).messageId();
            String conversation = conversation(session);
            String path = tenant.at("conversations/" + conversation + "/messages/" + answerId + "/evidence");
            assertThat(admin.get(path).status()).isEqualTo(200);

            admin.delete(tenant.at("conversations/" + conversation)).expect(204);

            assertThat(admin.get(path).status()).isEqualTo(404);
        }
    }

    private void ground(String grounding) {
        tenant.configureModel(
                "provider",
                "openai",
                "base_url",
                model.url() + "/v1",
                "model",
                "gpt-4o",
                "api_key",
                "sk-test",
                "grounding",
                grounding);
    }

    private JsonNode evidence(String session, String answerId) {
        return admin.get(tenant.at("conversations/" + conversation(session) + "/messages/" + answerId + "/evidence"))
                .expect(200)
                .json();
    }

    private String conversation(String session) {
        return admin.all(tenant.at("conversations?limit=200"), "conversations").stream()
                .filter(each -> each.path("session_id").asText().equals(session))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }
}
