package io.smartchat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is kept of a chat, and what its visitor and its owner can do with it. */
abstract class ConversationSuite extends ServerSuite {

    private static final String QUESTION = "When must the brake pads be replaced?";

    private TestTenant tenant;

    ConversationSuite(Store store) {
        super(store);
    }

    @BeforeAll
    void uploadTheHandbook() {
        tenant = admin.createTenant("Conversations");
        tenant.uploadReady(Documents.handbook());
    }

    @Test
    void theHistoryHoldsBothSidesWithTheirSources() {
        String session = ChatClient.newSession();
        Answer answer = askIn(session);

        List<JsonNode> history = visitorOf(tenant).history(session);

        assertThat(history).extracting(message -> message.path("role").asText()).containsExactly("user", "assistant");
        assertThat(history)
                .extracting(message -> message.path("status").asText())
                .containsOnly("complete");
        assertThat(history.get(0).path("content").asText()).isEqualTo(QUESTION);
        JsonNode kept = history.get(1);
        assertThat(kept.path("id").asText()).isEqualTo(answer.messageId());
        assertThat(kept.path("content").asText()).isEqualTo(answer.text());
        assertThat(kept.at("/sources/0/filename").asText()).isEqualTo("torvald-handbook.pdf");
        assertThat(kept.at("/sources/0/page").asInt()).isEqualTo(5);
    }

    @Test
    void aRepeatedClientMessageIdIsTheSameTurn() {
        String session = ChatClient.newSession();
        try (ChatClient chat = chat(tenant, session)) {
            chat.send("message", QUESTION, "api_key", tenant.apiKey(), "client_message_id", "one");
            Answer first = chat.nextAnswer();
            chat.send("message", QUESTION, "api_key", tenant.apiKey(), "client_message_id", "one");
            Answer again = chat.nextAnswer();

            assertThat(again.messageId()).isEqualTo(first.messageId());
            assertThat(again.text()).isEqualTo(first.text());
            assertThat(again.sources()).isEqualTo(first.sources());
            assertThat(visitorOf(tenant).history(session)).hasSize(2);
        }
    }

    @Test
    void aFinishedAnswerIsResumedFromAnyChunk() {
        String session = ChatClient.newSession();
        Answer answer = askIn(session);
        int last = answer.sequence().size();
        try (ChatClient chat = chat(tenant, session)) {
            for (int after : List.of(0, 1, last)) {
                chat.send(
                        "type", "resume", "api_key", tenant.apiKey(), "message_id", answer.messageId(), "after", after);
                Answer rest = chat.nextAnswer();
                assertThat(rest.sequence()).isEqualTo(answer.sequence().subList(after, last));
                assertThat(rest.status()).isEqualTo("complete");
            }
        }
    }

    @Test
    void anAnswerIsGivenAnew() {
        String session = ChatClient.newSession();
        try (ChatClient chat = chat(tenant, session)) {
            Answer first = chat.ask(QUESTION);
            chat.send("type", "regenerate", "message_id", first.messageId());
            Answer second = chat.nextAnswer();

            assertThat(second.messageId()).isNotEqualTo(first.messageId());
            assertThat(second.text()).contains("0.9 millimetres");
            assertThat(visitorOf(tenant).history(session))
                    .extracting(message -> message.path("id").asText())
                    .hasSize(2)
                    .contains(second.messageId());
        }
    }

    @Test
    void aPingIsAnsweredAndStoppingNothingIsNoFault() {
        try (ChatClient chat = chat(tenant)) {
            chat.send("type", "ping");
            chat.next("pong");
            chat.send("type", "stop", "api_key", tenant.apiKey());
            assertThat(chat.ask(QUESTION).status()).isEqualTo("complete");
        }
    }

    @Test
    void aVisitorsRatingIsKeptAndTakenBack() {
        String session = ChatClient.newSession();
        PublicApi visitor = visitorOf(tenant);
        String id = askIn(session).messageId();

        assertThat(visitor.rate(id, "value", "up", "comment", "Very helpful").status())
                .isEqualTo(204);
        assertThat(visitor.history(session).get(1).path("feedback").asText()).isEqualTo("up");
        assertThat(visitor.rate(id, "value", "sideways").status()).isEqualTo(422);
        assertThat(visitor.rate(id, "value", null).status()).isEqualTo(204);
        assertThat(visitor.history(session).get(1).path("feedback").isNull()).isTrue();
    }

    @Test
    void theOwnerFindsReadsAndDeletesAConversation() {
        String session = ChatClient.newSession();
        try (ChatClient chat = chat(tenant, session)) {
            chat.ask("Does anybody sell a quokka-proof bicycle?");
        }

        JsonNode found =
                admin.get(tenant.at("conversations?query=quokka")).expect(200).json();
        assertThat(found.path("conversations")).hasSize(1);
        JsonNode conversation = found.at("/conversations/0");
        assertThat(conversation.path("session_id").asText()).isEqualTo(session);
        assertThat(conversation.path("message_count").asInt()).isEqualTo(2);
        assertThat(conversation.path("verified").asBoolean()).isFalse();
        String path = "conversations/" + conversation.path("id").asText();
        assertThat(admin.get(tenant.at(path + "/messages")).expect(200).json().path("messages"))
                .hasSize(2);

        admin.delete(tenant.at(path)).expect(204);

        assertThat(visitorOf(tenant).history(session)).isEmpty();
        assertThat(admin.get(tenant.at(path + "/messages")).status()).isEqualTo(404);
    }

    @Test
    void aLongListOfConversationsIsReadPageByPage() {
        TestTenant busy = admin.createTenant("Busy");
        for (int i = 0; i < 5; i++) {
            try (ChatClient chat = chat(busy)) {
                chat.ask("Question number " + i);
            }
        }

        List<JsonNode> all = admin.all(busy.at("conversations?limit=2"), "conversations");

        assertThat(all).extracting(item -> item.path("id").asText()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void aTwoSocketVisitorSeesOneConversation() {
        String session = ChatClient.newSession();
        askIn(session);
        askIn(session);

        assertThat(visitorOf(tenant).history(session)).hasSize(4);
        assertThat(admin.all(tenant.at("conversations?limit=200"), "conversations"))
                .filteredOn(item -> item.path("session_id").asText().equals(session))
                .hasSize(1);
    }

    private Answer askIn(String session) {
        try (ChatClient chat = chat(tenant, session)) {
            return chat.ask(QUESTION);
        }
    }
}
