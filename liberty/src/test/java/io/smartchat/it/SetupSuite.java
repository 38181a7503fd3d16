package io.smartchat.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The first minutes of a fresh server: its token lets one person in, and guessing is slow. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SetupSuite {

    private static final String EMAIL = "first@example.com";
    private static final String PASSWORD = "a long enough password";
    private static final String KEY = "sc_live_chosen_by_the_operator";

    private final Store store;
    private SmartChatServer server;

    SetupSuite(Store store) {
        this.store = store;
    }

    @BeforeAll
    void startAFreshServer() {
        String name = "fresh_" + store.name().toLowerCase(Locale.ROOT);
        Map<String, String> settings = new HashMap<>(store.settings(name));
        settings.put("DEFAULT_API_KEY", KEY);
        server = new SmartChatServer(name, settings).start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void theOperatorsKeyIsTheFirstTenants() {
        assertThat(new PublicApi(server.http(), KEY).widgetConfig(null).status())
                .isEqualTo(200);
        assertThat(server.http().get("/test.html").text()).contains(KEY);
    }

    @Test
    @Order(2)
    void aWrongTokenSetsNothingUp() {
        Reply reply = setUp("not-the-token", EMAIL);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(signIn(EMAIL, PASSWORD).status()).isEqualTo(401);
    }

    @Test
    @Order(3)
    void ofFiftySetUpsAtOnceOneWins() {
        String token = await("the set-up link")
                .atMost(Duration.ofSeconds(30))
                .until(server::setupToken, Optional::isPresent)
                .orElseThrow();

        List<Integer> statuses = atOnce(50, i -> setUp(token, "person" + i + "@example.com"));

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).allMatch(status -> List.of(201, 403, 409, 429).contains(status));
    }

    @Test
    @Order(4)
    void ofAHundredWrongSignInsAtMostTenAreLookedAt() {
        List<Integer> statuses = atOnce(100, i -> signIn("person@example.com", "wrong password " + i));

        assertThat(statuses).filteredOn(status -> status == 401).hasSizeLessThanOrEqualTo(10);
        assertThat(statuses).allMatch(status -> status == 401 || status == 429);
        Reply throttled = signIn("person@example.com", "wrong again");
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(Integer.parseInt(throttled.header("Retry-After"))).isPositive();
    }

    private Reply setUp(String token, String email) {
        return server.http()
                .post("/api/admin/setup", Json.object("setup_token", token, "email", email, "password", PASSWORD));
    }

    private Reply signIn(String email, String password) {
        return server.http().post("/api/admin/session", Json.object("email", email, "password", password));
    }

    private static List<Integer> atOnce(int calls, IntFunction<Reply> call) {
        ExecutorService threads = Executors.newFixedThreadPool(calls);
        try {
            List<CompletableFuture<Integer>> replies = IntStream.range(0, calls)
                    .mapToObj(i ->
                            CompletableFuture.supplyAsync(() -> call.apply(i).status(), threads))
                    .toList();
            return replies.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }
}
