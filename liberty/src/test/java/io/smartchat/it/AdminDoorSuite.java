package io.smartchat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Nobody gets into the admin API unproven, whatever the address is spelled like. The list of calls is the server's own. */
abstract class AdminDoorSuite extends ServerSuite {

    private static final Set<String> OPEN = Set.of("POST /api/admin/session", "POST /api/admin/setup");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    AdminDoorSuite(Store store) {
        super(store);
    }

    record Call(String method, String path) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void theListOfCallsIsNotEmpty() {
        assertThat(guardedCalls()).hasSizeGreaterThan(15);
    }

    @TestFactory
    Stream<DynamicTest> everyAdminCallAsksForProof() {
        return guardedCalls()
                .map(call -> DynamicTest.dynamicTest(call.toString(), () -> {
                    for (String spelling : spellings(call.path())) {
                        assertThat(send(call.method(), spelling, null).status())
                                .as(call.method() + " " + spelling)
                                .isIn(400, 401, 404);
                        assertThat(send(call.method(), spelling, "Bearer eyJhbGciOiJub25lIn0.e30.")
                                        .status())
                                .as("with a forged token, " + call.method() + " " + spelling)
                                .isIn(400, 401, 404);
                    }
                    assertThat(send(call.method(), call.path(), null).status()).isEqualTo(401);
                }));
    }

    private Stream<Call> guardedCalls() {
        JsonNode paths =
                server.http().get("/openapi?format=json").expect(200).json().path("paths");
        return Stream.of(paths)
                .flatMap(all -> all.properties().stream())
                .filter(path -> path.getKey().startsWith("/api/admin"))
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> new Call(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey()
                                        .replaceAll(
                                                "\\{[^}]+}", UUID.randomUUID().toString()))))
                .filter(call -> !OPEN.contains(call.toString()));
    }

    private static List<String> spellings(String path) {
        String rest = path.substring("/api/admin".length());
        return List.of(
                "/api/admin;x=y" + rest,
                "/api/admin;" + rest,
                path + ";a=b",
                "/api/%61dmin" + rest,
                "/api//admin" + rest,
                "/api/admin/" + rest,
                "/api/x/../admin" + rest,
                "/api/ADMIN" + rest);
    }

    private Reply send(String method, String path, String authorization) {
        HttpRequest.Builder request =
                Http.withJson(server.http().request(path), method, method.equals("GET") ? "" : "{}");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return Http.send(request);
    }
}
