package io.smartchat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What belongs to another tenant is not there: not by its id, not by a search, not in an answer. */
abstract class TenantIsolationSuite extends ServerSuite {

    private static final String CANARY = "zanzibar-4711-quartz";
    private static final String QUESTION = "What is the secret codeword of the harbour office?";

    private TestTenant owner;
    private TestTenant stranger;
    private String session;
    private String sourceId;
    private String conversationId;
    private String answerId;

    TenantIsolationSuite(Store store) {
        super(store);
    }

    /** A call of the admin API with the id of something in it. */
    record Call(String method, String path, Thing thing) {

        private enum Thing {
            SOURCE,
            CONVERSATION
        }
    }

    /** Calls whose id names a tenant itself, which an owner may use on every tenant. */
    private static final List<String> ABOUT_TENANTS =
            List.of("DELETE tenants/{id}", "PUT tenants/{id}", "POST tenants/{id}/regenerate-key");

    static List<Call> calls() {
        return List.of(
                new Call("GET", "knowledge/{id}", Call.Thing.SOURCE),
                new Call("GET", "knowledge/{id}/chunks", Call.Thing.SOURCE),
                new Call("GET", "knowledge/{id}/content", Call.Thing.SOURCE),
                new Call("PUT", "knowledge/{id}/content", Call.Thing.SOURCE),
                new Call("POST", "knowledge/{id}/retry", Call.Thing.SOURCE),
                new Call("DELETE", "knowledge/{id}", Call.Thing.SOURCE),
                new Call("GET", "conversations/{id}/messages", Call.Thing.CONVERSATION),
                new Call("GET", "conversations/{id}/messages/{id}/evidence", Call.Thing.CONVERSATION),
                new Call("DELETE", "conversations/{id}", Call.Thing.CONVERSATION));
    }

    @BeforeAll
    void makeTwoTenants() {
        owner = admin.createTenant("Owner");
        stranger = admin.createTenant("Stranger");
        sourceId = owner.uploadReady(TestFile.text(
                "secret.txt", "The secret codeword of the harbour office is " + CANARY + ". Do not tell anybody."));
        stranger.uploadReady(TestFile.text("public.txt", "The harbour office of the stranger has no secrets at all."));
        session = ChatClient.newSession();
        try (ChatClient chat = chat(owner, session)) {
            Answer answer = chat.ask(QUESTION);
            assertThat(answer.text()).contains(CANARY);
            answerId = answer.messageId();
        }
        conversationId = admin.get(owner.at("conversations"))
                .expect(200)
                .json()
                .at("/conversations/0/id")
                .asText();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anotherTenantsIdIsAsUnknownAsOneThatNeverWas(Call call) {
        String id = call.thing() == Call.Thing.SOURCE ? sourceId : conversationId;

        JsonNode foreign = problem(call, id);
        JsonNode unknown = problem(call, UUID.randomUUID().toString());

        assertThat(foreign).isEqualTo(unknown);
    }

    @Test
    void everyAdminCallWithAnIdIsTried() {
        JsonNode paths = Json.parse(
                        server.http().get("/openapi?format=json").expect(200).text())
                .path("paths");
        TreeSet<String> published = new TreeSet<>();
        paths.properties().forEach(path -> {
            String name = path.getKey().replaceFirst("^.*/admin/", "").replaceAll("\\{[^}]*}", "{id}");
            if (path.getKey().contains("/admin/") && name.contains("{id}")) {
                path.getValue().fieldNames().forEachRemaining(method -> {
                    if (List.of("get", "put", "post", "delete", "patch").contains(method)) {
                        published.add(method.toUpperCase(java.util.Locale.ROOT) + " " + name);
                    }
                });
            }
        });
        TreeSet<String> tried = new TreeSet<>(ABOUT_TENANTS);
        calls().forEach(call -> tried.add(call.method() + " " + call.path()));

        assertThat(tried).as("calls in the API document").isEqualTo(published);
    }

    @Test
    void anUnknownTenantIsNotThere() {
        String nobody = "?tenant_id=" + UUID.randomUUID();
        for (String path : List.of("knowledge", "conversations", "llm/config", "widget/config", "limits")) {
            assertThat(admin.get(path + nobody).status()).as(path).isEqualTo(404);
        }
        assertThat(admin.put("tenants/" + UUID.randomUUID(), "name", "x").status())
                .isEqualTo(404);
        assertThat(admin.delete("tenants/not-a-uuid").status()).isEqualTo(404);
    }

    @Test
    void theCanaryIsNeverFoundThroughTheStranger() {
        assertThat(admin.post(stranger.at("knowledge/search"), "query", QUESTION)
                        .expect(200)
                        .text())
                .doesNotContain(CANARY);
        assertThat(admin.get(stranger.at("knowledge")).text()).doesNotContain("secret.txt");
        assertThat(admin.get(stranger.at("conversations?query=codeword")).text())
                .doesNotContain(session);
        try (ChatClient chat = chat(stranger)) {
            assertThat(chat.ask(QUESTION).frames().toString()).doesNotContain(CANARY);
        }
    }

    @Test
    void aForeignSessionIsTakenOnTheSocketAndEmptyInTheHistory() {
        assertThat(visitorOf(owner).history(session)).isNotEmpty();
        assertThat(visitorOf(stranger).historyReply(session).expect(200).text())
                .isEqualTo(visitorOf(stranger)
                        .historyReply(ChatClient.newSession())
                        .text())
                .doesNotContain(CANARY);
        try (ChatClient chat = chat(stranger, session)) {
            chat.sendQuestion(QUESTION);
            assertThat(chat.nextError()).isEqualTo("session_taken");
        }
    }

    @Test
    void aForeignAnswerCannotBeResumedRegeneratedOrRated() {
        String unknown = UUID.randomUUID().toString();
        for (String type : List.of("resume", "regenerate")) {
            assertThat(refusal(type, answerId, ChatClient.newSession()))
                    .isEqualTo(refusal(type, unknown, ChatClient.newSession()));
            assertThat(refusal(type, answerId, session)).isEqualTo(refusal(type, unknown, session));
        }
        assertThat(visitorOf(stranger).rate(answerId, "value", "down").status()).isEqualTo(404);
        assertThat(visitorOf(owner).history(session).get(1).path("feedback").isNull())
                .isTrue();
    }

    @Test
    void aForeignSessionsAnswerCannotBeStopped() {
        AiMock model = AiMock.shared();
        TestTenant slow = admin.createTenant("Slow");
        slow.configureModel(
                "provider", "openai", "base_url", model.url() + "/v1", "model", "gpt-4o", "api_key", "sk-test");
        String question = "Count slowly, number " + UUID.randomUUID();
        model.answer(question, "one two three four five six seven eight nine ten", java.time.Duration.ofMillis(200));
        String theirs = ChatClient.newSession();
        try (ChatClient chat = chat(slow, theirs);
                ChatClient intruder = chat(stranger, theirs)) {
            chat.sendQuestion(question);
            chat.next("chunk");
            intruder.send("type", "stop", "api_key", stranger.apiKey());

            assertThat(chat.next("done").path("status").asText()).isEqualTo("complete");
        }
    }

    @Test
    void aDeletedTenantTakesEverythingAlong() {
        TestTenant gone = admin.createTenant("Soon gone");
        String id = gone.uploadReady(TestFile.text("gone.txt", "This will be gone soon."));
        admin.delete("tenants/" + gone.id()).expect(204);

        assertThat(visitorOf(gone).widgetConfig(null).status()).isEqualTo(404);
        assertThat(admin.get(gone.at("knowledge/" + id)).status()).isEqualTo(404);
        try (ChatClient chat = chat(gone)) {
            chat.sendQuestion("Is anybody there?");
            assertThat(chat.nextError()).isEqualTo("invalid_api_key");
        }
    }

    private JsonNode refusal(String type, String messageId, String inSession) {
        try (ChatClient chat = chat(stranger, inSession)) {
            chat.send("type", type, "api_key", stranger.apiKey(), "message_id", messageId, "after", 0);
            return chat.next("error");
        }
    }

    /** What the stranger is told, without the parts that differ each time. */
    private JsonNode problem(Call call, String id) {
        String path = stranger.at(call.path().replace("{id}", id));
        Reply reply = switch (call.method()) {
            case "GET" -> admin.get(path);
            case "PUT" -> admin.sendFiles("PUT", path, TestFile.text("x.txt", "Overwritten by a stranger."));
            case "POST" -> admin.post(path);
            default -> admin.delete(path);
        };
        assertThat(reply.status()).as(reply.toString()).isEqualTo(404);
        return ((com.fasterxml.jackson.databind.node.ObjectNode) reply.json()).without("trace_id");
    }
}
