package io.smartchat.it;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An administrator's program: the admin API with a bearer token. */
final class AdminApi {

    private static final Duration INGESTION = Duration.ofMinutes(4);

    private final Http http;
    private final String token;

    private AdminApi(Http http, String token) {
        this.http = http;
        this.token = token;
    }

    static AdminApi signIn(Http http, String email, String password) {
        Reply reply = http.post("/api/admin/session", Json.object("email", email, "password", password));
        return new AdminApi(http, reply.expect(200).json().path("token").asText());
    }

    String token() {
        return token;
    }

    Reply get(String path) {
        return Http.send(request(path).GET());
    }

    Reply delete(String path) {
        return Http.send(request(path).DELETE());
    }

    Reply post(String path, Object... fields) {
        return Http.send(Http.withJson(request(path), "POST", Json.object(fields)));
    }

    Reply put(String path, Object... fields) {
        return Http.send(Http.withJson(request(path), "PUT", Json.object(fields)));
    }

    Reply sendFiles(String method, String path, TestFile... files) {
        return Http.send(Http.withFiles(request(path), method, files));
    }

    HttpRequest.Builder request(String path) {
        return http.request("/api/admin/" + path).header("Authorization", "Bearer " + token);
    }

    TestTenant createTenant(String name) {
        JsonNode created = post("tenants", "name", name).expect(201).json();
        return new TestTenant(
                this, created.path("id").asText(), created.path("api_key").asText());
    }

    /** All items of a paged list. */
    List<JsonNode> all(String path, String field) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .expect(200)
                    .json();
            page.path(field).forEach(items::add);
            cursor = page.path("next_cursor").asText("");
            cursor = cursor.equals("null") ? "" : cursor;
        } while (!cursor.isEmpty());
        return items;
    }

    /** Waits until each document of the tenant is read, one way or the other. */
    List<JsonNode> awaitIngestion(TestTenant tenant) {
        return await("ingestion")
                .atMost(INGESTION)
                .until(
                        tenant::sources,
                        sources -> sources.stream()
                                .allMatch(source -> List.of("ready", "failed")
                                        .contains(source.path("status").asText())));
    }
}
