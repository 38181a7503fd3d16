package io.smartchat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The admin's session: who gets one, how a browser must use it, and that nothing else opens the door. */
abstract class SignInSuite extends ServerSuite {

    private static final List<String> DOORS =
            List.of("tenants", "llm/config", "knowledge", "widget/config", "conversations", "session");

    SignInSuite(Store store) {
        super(store);
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountAreToldTheSame() {
        Reply wrong = signIn(EMAIL, "not the password at all");
        Reply unknown = signIn("nobody@example.com", PASSWORD);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.json().path("detail")).isEqualTo(wrong.json().path("detail"));
        assertThat(unknown.code()).isEqualTo(wrong.code());
    }

    @Test
    void signingInGivesATokenAndACookieNoScriptCanRead() {
        Reply reply = signIn(EMAIL, PASSWORD).expect(200);
        JsonNode opened = reply.json();

        assertThat(opened.path("token").asText()).isNotBlank();
        assertThat(opened.path("csrf_token").asText()).isNotBlank();
        assertThat(opened.path("expires_at").asText()).endsWith("Z");
        assertThat(opened.at("/user/email").asText()).isEqualTo(EMAIL);
        assertThat(opened.at("/user/role").asText()).isEqualTo("owner");
        assertThat(reply.header("Set-Cookie")).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Strict");
        assertThat(reply.text()).doesNotContain(PASSWORD);
    }

    @Test
    void aBrowsersWriteNeedsTheTokenOfItsSession() {
        Reply opened = signIn(EMAIL, PASSWORD).expect(200);
        String cookie = opened.header("Set-Cookie").split(";", 2)[0];
        String csrf = opened.json().path("csrf_token").asText();
        String others = signIn(EMAIL, PASSWORD).json().path("csrf_token").asText();

        assertThat(Http.send(server.http().request("/api/admin/tenants").header("Cookie", cookie))
                        .status())
                .isEqualTo(200);
        assertThat(createTenantWith(cookie, null).status()).isEqualTo(403);
        assertThat(createTenantWith(cookie, "").status()).isEqualTo(403);
        assertThat(createTenantWith(cookie, others).status()).isEqualTo(403);
        assertThat(createTenantWith(cookie, others).code()).isEqualTo("csrf");
        assertThat(createTenantWith(cookie, csrf).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void noOtherTokenOpensAnyDoor(String token) {
        for (String door : DOORS) {
            Reply reply =
                    Http.send(server.http().request("/api/admin/" + door).header("Authorization", "Bearer " + token));
            assertThat(reply.status()).as(door).isEqualTo(401);
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    Stream<String> badTokens() {
        String[] parts = admin.token().split("\\.");
        String none = base64("{\"alg\":\"none\"}") + "." + parts[1] + ".";
        String flipped = parts[2].charAt(3) == 'A' ? "B" : "A";
        return Stream.of(
                "",
                "garbage",
                "a.b.c",
                none,
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + "." + parts[2].substring(0, 3) + flipped + parts[2].substring(4),
                parts[0] + "." + base64("{\"sub\":\"owner\",\"exp\":9999999999}") + "." + parts[2],
                "x".repeat(5000));
    }

    @Test
    void withoutACredentialEveryDoorIsShut() {
        for (String door : DOORS) {
            assertThat(server.http().get("/api/admin/" + door).status())
                    .as(door)
                    .isEqualTo(401);
        }
    }

    @Test
    void aSignedOutSessionIsOver() {
        String token = signIn(EMAIL, PASSWORD).json().path("token").asText();
        assertThat(withToken(token, "GET").status()).isEqualTo(200);

        assertThat(withToken(token, "DELETE").status()).isEqualTo(204);

        assertThat(withToken(token, "GET").status()).isEqualTo(401);
    }

    @Test
    void setUpIsOverOnceAnAdministratorExists() {
        Reply reply = server.http()
                .post(
                        "/api/admin/setup",
                        Json.object("setup_token", "x", "email", "second@example.com", "password", "long enough pw"));

        assertThat(reply.status()).isEqualTo(409);
    }

    @Test
    void noSecretIsEverRepliedOrLogged() {
        String key = "sk-canary-51ab77e0d3";
        TestTenant tenant = admin.createTenant("Secrets");
        JsonNode changed = tenant.configureModel(
                "provider", "openai", "base_url", AiMock.shared().url() + "/v1", "model", "gpt-4o", "api_key", key);

        assertThat(changed.path("api_key_set").asBoolean()).isTrue();
        assertThat(changed.toString()).doesNotContain(key);
        assertThat(admin.get(tenant.at("llm/config")).text()).doesNotContain(key);
        assertThat(admin.get("tenants").text()).doesNotContain(tenant.apiKey());
        assertThat(server.printed()).isNotEmpty().doesNotContain(key, PASSWORD, tenant.apiKey(), admin.token());
    }

    private Reply signIn(String email, String password) {
        return server.http().post("/api/admin/session", Json.object("email", email, "password", password));
    }

    private Reply withToken(String token, String method) {
        return Http.send(server.http()
                .request("/api/admin/session")
                .header("Authorization", "Bearer " + token)
                .method(method, java.net.http.HttpRequest.BodyPublishers.noBody()));
    }

    private Reply createTenantWith(String cookie, String csrf) {
        var request = server.http().request("/api/admin/tenants").header("Cookie", cookie);
        if (csrf != null) {
            request.header("X-CSRF-Token", csrf);
        }
        return Http.send(Http.withJson(request, "POST", Json.object("name", "By cookie")));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
