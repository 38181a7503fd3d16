package io.smartchat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main job: documents in, cited answers out, and all of it still there after a restart. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class FirstAnswerSuite extends ServerSuite {

    private static final String QUESTION = "When must the brake pads be replaced?";

    private TestTenant tenant;

    FirstAnswerSuite(Store store) {
        super(store);
    }

    @BeforeAll
    void uploadTheDocuments() {
        tenant = admin.createTenant("First answer");
        admin.sendFiles(
                        "POST",
                        tenant.at("knowledge/upload"),
                        Documents.handbook(),
                        Documents.ferryNotes(),
                        Documents.accessories())
                .expect(202);
        admin.awaitIngestion(tenant);
    }

    @Test
    @Order(1)
    void everyDocumentIsReadyWithItsPages() {
        assertThat(tenant.sources())
                .extracting(
                        source -> source.path("filename").asText(),
                        source -> source.path("status").asText(),
                        source -> source.path("page_count").asText())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("torvald-handbook.pdf", "ready", "12"),
                        org.assertj.core.groups.Tuple.tuple("ferry-timetable-notes.txt", "ready", "null"),
                        org.assertj.core.groups.Tuple.tuple("accessories.csv", "ready", "null"));
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource(delimiter = '|', textBlock = """
            When must the brake pads be replaced?                      | 0.9 millimetres of lining is left | torvald-handbook.pdf:5
            What does code E07 on the display mean?                    | too hot         | torvald-handbook.pdf:8
            What is the number of the emergency line?                  | 0800 557 213    | torvald-handbook.pdf:12
            How much is the ferry ticket for a cargo bicycle?          | 64 kroner       | ferry-timetable-notes.txt
            What is the price of the dog box with ramp?                | 279.00          | accessories.csv
            """)
    void anAnswerHoldsTheFactAndCitesItsPage(String question, String fact, String source) {
        try (ChatClient chat = chat(tenant)) {
            Answer answer = chat.ask(question);

            assertThat(answer.text()).contains(fact);
            assertThat(answer.sources()).contains(source);
            assertThat(answer.status()).isEqualTo("complete");
        }
    }

    @Test
    @Order(3)
    void anAnswerIsStreamedInNumberedChunks() {
        try (ChatClient chat = chat(tenant)) {
            Answer answer = chat.ask(QUESTION);

            int chunks = answer.chunks().size();
            assertThat(answer.types()).containsExactly("start", "chunk", "sources", "done");
            assertThat(chunks).isGreaterThan(2);
            assertThat(answer.sequence())
                    .isEqualTo(IntStream.rangeClosed(1, chunks).boxed().toList());
            assertThat(answer.end().path("seq").asInt()).isEqualTo(chunks);
        }
    }

    @Test
    @Order(4)
    void aQuestionTheDocumentsDoNotAnswerIsAnsweredWithoutSources() {
        try (ChatClient chat = chat(tenant)) {
            Answer answer = chat.ask("Who won the chess world championship in 1972?");

            assertThat(answer.status()).isEqualTo("refused");
            assertThat(answer.sources()).isEmpty();
            assertThat(answer.text()).isNotBlank();
        }
    }

    @Test
    @Order(5)
    void documentsHistoryAndKeysOutliveARestart() {
        String session = ChatClient.newSession();
        try (ChatClient chat = chat(tenant, session)) {
            chat.ask(QUESTION);
        }
        List<JsonNode> sources = tenant.sources();
        List<JsonNode> history = visitorOf(tenant).history(session);

        server.restart();

        assertThat(tenant.sources()).isEqualTo(sources);
        assertThat(visitorOf(tenant).history(session)).hasSize(2).isEqualTo(history);
        try (ChatClient chat = chat(tenant, session)) {
            assertThat(chat.ask("How heavy may the load on the deck be?").text())
                    .contains("95 kilograms");
        }
    }
}
