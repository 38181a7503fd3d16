package io.smartchat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP calls of the contract that other suites don't make. */
abstract class ContractSuite extends ServerSuite {

    private static final List<String> PUBLIC_FIELDS = List.of(
            "title",
            "primary_color",
            "greeting",
            "position",
            "logo_url",
            "placeholder",
            "suggested_questions",
            "language",
            "theme",
            "show_sources",
            "handoff_message");

    private TestTenant tenant;

    ContractSuite(Store store) {
        super(store);
    }

    @BeforeAll
    void makeATenant() {
        tenant = admin.createTenant("Contract");
    }

    @ParameterizedTest
    @CsvSource({
        "/health/started, application/json, UP",
        "/health/live, application/json, UP",
        "/health/ready, application/json, UP",
        "/metrics, text/plain, # HELP",
        "/openapi, text/plain, /api/admin/knowledge/upload",
        "/docs/, text/html, openapi",
        "/admin/, text/html, <script",
        "/test.html, text/html, /widget.js",
        "/widget.js, text/javascript, SmartChat"
    })
    void everyPageIsServed(String path, String type, String holds) {
        Reply reply = server.http().get(path).expect(200);

        assertThat(reply.header("Content-Type").replace("application/javascript", "text/javascript"))
                .startsWith(type);
        assertThat(reply.text()).contains(holds);
    }

    @Test
    void theWidgetIsCachedByItsTagAndUsableFromAnySite() {
        Reply script = server.http().get("/widget.js").expect(200);
        String tag = script.header("ETag");

        assertThat(tag).startsWith("\"");
        assertThat(script.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(Http.send(server.http().request("/widget.js").header("If-None-Match", tag))
                        .status())
                .isEqualTo(304);
        for (String encoding : List.of("gzip", "br")) {
            Reply packed = Http.send(server.http().request("/widget.js").header("Accept-Encoding", encoding));
            assertThat(packed.header("Content-Encoding")).isEqualTo(encoding);
            assertThat(packed.bytes().length).isLessThan(script.bytes().length / 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/", "/test.html"})
    void ourPagesRunNoInlineScriptAndAreNotFramed(String path) {
        String policy = server.http().get(path).header("Content-Security-Policy");

        assertThat(policy)
                .contains("script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void anUnknownCallIsAProblem() {
        Reply reply = server.http().get("/api/no/such/call");

        assertThat(reply.status()).isEqualTo(404);
        JsonNode problem = reply.json();
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(problem.path("type").asText()).isEqualTo("urn:smartchat:problem:not_found");
        assertThat(problem.path("status").asInt()).isEqualTo(404);
        assertThat(problem.path("trace_id").asText()).isNotBlank();
        assertThat(problem.has("title") && problem.has("detail")).isTrue();
    }

    @Test
    void brokenJsonIsABadRequestWithoutInternals() {
        Reply reply = Http.send(Http.withJson(admin.request("tenants"), "POST", "{\"name\":"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).doesNotContain("Exception", "jakarta", "org.");
    }

    @Test
    void theWrongTypeIsRefused() {
        Reply reply = Http.send(admin.request("tenants")
                .header("Content-Type", "text/plain")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("name")));

        assertThat(reply.status()).isEqualTo(415);
    }

    @Test
    void aTenantIsMadeRenamedAndListedWithoutItsKey() {
        TestTenant made = admin.createTenant("Before");
        assertThat(made.apiKey()).startsWith("sc_live_").hasSizeGreaterThan(40);

        admin.put("tenants/" + made.id(), "name", "After").expect(200);

        JsonNode listed = admin.get("tenants").expect(200).json().path("tenants");
        assertThat(listed).anySatisfy(item -> {
            assertThat(item.path("id").asText()).isEqualTo(made.id());
            assertThat(item.path("name").asText()).isEqualTo("After");
            assertThat(item.path("api_key_preview").asText())
                    .isEqualTo(made.apiKey().substring(0, 12) + "..."
                            + made.apiKey().substring(made.apiKey().length() - 4));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void aTenantNeedsAName(String name) {
        Reply reply = admin.post("tenants", "name", name);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo("name");
    }

    @Test
    void aRegeneratedKeyReplacesTheOldOneAfterItsGrace() {
        TestTenant made = admin.createTenant("Keys");
        String second = regenerate(made, 600);
        assertThat(works(made.apiKey())).isTrue();
        assertThat(works(second)).isTrue();

        String third = regenerate(made, 0);

        assertThat(works(made.apiKey()))
                .as("revoked, though its grace had not ended")
                .isFalse();
        assertThat(works(second)).isFalse();
        assertThat(works(third)).isTrue();
    }

    @Test
    void theModelSettingsChangePartByPart() {
        TestTenant made = admin.createTenant("Settings");
        JsonNode fresh = admin.get(made.at("llm/config")).expect(200).json();
        assertThat(fresh.path("provider").asText()).isEqualTo("builtin");
        assertThat(fresh.path("configured").asBoolean()).isTrue();
        assertThat(fresh.path("api_key_set").asBoolean()).isFalse();

        made.configureModel("temperature", 0, "system_prompt", "Be brief.");
        JsonNode changed = made.configureModel("max_tokens", 300);

        assertThat(changed.path("temperature").asDouble(-1)).isZero();
        assertThat(changed.path("system_prompt").asText()).isEqualTo("Be brief.");
        assertThat(changed.path("max_tokens").asInt()).isEqualTo(300);
        assertThat(admin.get(made.at("llm/config")).json()).isEqualTo(changed);
    }

    @Test
    void anEmptyKeyLeavesTheStoredOne() {
        TestTenant made = admin.createTenant("Key kept");
        made.configureModel("provider", "openai", "model", "gpt-4o", "api_key", "sk-first-0123456789");

        JsonNode changed = made.configureModel("api_key", "", "temperature", 1);

        assertThat(changed.path("api_key_set").asBoolean()).isTrue();
        assertThat(changed.path("api_key_preview").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"provider, gemini", "grounding, sometimes", "base_url, http://169.254.169.254/latest", "temperature, 9"
    })
    void anUnfitModelSettingIsRefusedByItsField(String field, String value) {
        Object typed = field.equals("temperature") ? Integer.valueOf(value) : value;

        Reply reply = admin.put(tenant.at("llm/config"), "model", "m", field, typed);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo(field);
    }

    @Test
    void aPageSeesTheLooksOfTheWidgetOnly() {
        JsonNode settings = tenant.configureWidget("title", "Ask Lumen", "suggested_questions", List.of("Why?"));
        assertThat(settings.path("embed_code").asText()).contains(server.baseUrl() + "/widget.js");

        Reply seen = visitorOf(tenant).widgetConfig(null).expect(200);

        assertThat(seen.json().fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(PUBLIC_FIELDS);
        assertThat(seen.json().path("title").asText()).isEqualTo("Ask Lumen");
        assertThat(seen.header("Cache-Control")).contains("max-age=60");
    }

    @Test
    void aPageLearnsWhetherVisitorsSignInAndNoMore() {
        assertThat(visitorOf(tenant).authConfig().expect(200).json())
                .isEqualTo(Json.parse("{\"auth_mode\":\"none\",\"requires_login\":false}"));
    }

    @Test
    void aSearchShowsPassagesWithTheirScores() {
        TestTenant made = admin.createTenant("Search");
        made.uploadReady(Documents.handbook());

        JsonNode results = admin.post(made.at("knowledge/search"), "query", "tyre pressure in bar", "top_k", 3)
                .expect(200)
                .json()
                .path("results");

        assertThat(results).hasSizeLessThanOrEqualTo(3);
        JsonNode best = results.get(0);
        assertThat(best.path("filename").asText()).isEqualTo("torvald-handbook.pdf");
        assertThat(best.path("page").asInt()).isEqualTo(6);
        assertThat(best.path("text").asText()).contains("3.8 bar");
        assertThat(best.path("score").asDouble()).isBetween(0.0, 1.0);
        assertThat(best.has("vector_score") && best.has("lexical_score")).isTrue();
    }

    @Test
    void aDocumentIsReplacedAndDeletedWithItsPassages() {
        TestTenant made = admin.createTenant("Documents");
        String id = made.uploadReady(TestFile.text("price.txt", "A ticket to Bergum costs 40 kroner."));
        assertThat(admin.post(made.at("knowledge/" + id + "/retry")).status()).isEqualTo(409);

        admin.sendFiles(
                        "PUT",
                        made.at("knowledge/" + id + "/content"),
                        TestFile.text("price.txt", "A ticket to Bergum costs 55 kroner."))
                .expect(202);
        admin.awaitIngestion(made);
        assertThat(found(made, "ticket to Bergum")).contains("55 kroner").doesNotContain("40 kroner");

        admin.delete(made.at("knowledge/" + id)).expect(204);
        assertThat(found(made, "ticket to Bergum")).doesNotContain("kroner");
        assertThat(made.sources()).isEmpty();
    }

    private String found(TestTenant made, String query) {
        return admin.post(made.at("knowledge/search"), "query", query)
                .expect(200)
                .text();
    }

    private String regenerate(TestTenant made, int grace) {
        return admin.post("tenants/" + made.id() + "/regenerate-key", "grace_seconds", grace)
                .expect(200)
                .json()
                .path("api_key")
                .asText();
    }

    private boolean works(String apiKey) {
        return new PublicApi(server.http(), apiKey).authConfig().status() == 200;
    }
}
