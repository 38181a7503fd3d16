package io.smartchat.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A server whose operator trusts the proxy on this machine, and has room for few. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BehindProxyIT {

    private static final String KEY = "sc_live_behind_a_proxy";
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private SmartChatServer server;

    @BeforeAll
    void start() {
        server = new SmartChatServer(
                        "behind_proxy",
                        Map.of(
                                "DEFAULT_API_KEY", KEY,
                                "SMARTCHAT_ADMIN_EMAIL", ServerSuite.EMAIL,
                                "SMARTCHAT_ADMIN_PASSWORD", ServerSuite.PASSWORD,
                                "SMARTCHAT_TRUSTED_PROXIES", "127\\.0\\.0\\.1|0:0:0:0:0:0:0:1",
                                "SMARTCHAT_LIMITS_ADDRESS_MESSAGES_PER_MINUTE", "2",
                                "SMARTCHAT_LIMITS_SOCKETS_PER_ADDRESS", "3",
                                "SMARTCHAT_LIMITS_PUBLIC_CALLS_PER_MINUTE", "5"))
                .start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void visitorsBehindTheProxyAreCountedOneByOne() {
        assertThat(IntStream.range(0, 6).mapToObj(i -> askFrom("203.0.113." + i)))
                .containsOnly("done");
        assertThat(IntStream.range(0, 4).mapToObj(i -> askFrom("203.0.113.100")))
                .containsExactly("done", "done", "rate_limited", "rate_limited");
    }

    @Test
    void anIpv6CustomerIsOneHoweverManyAddressesItHas() {
        assertThat(IntStream.range(0, 4).mapToObj(i -> askFrom("2001:db8:1:2::" + i)))
                .containsExactly("done", "done", "rate_limited", "rate_limited");
        assertThat(askFrom("2001:db8:1:3::1")).isEqualTo("done");
    }

    @Test
    void aForgedChainEndsAtTheProxysOwnAddress() {
        assertThat(IntStream.range(0, 4).mapToObj(i -> askFrom("192.0.2." + i + ", 203.0.113.200")))
                .containsExactly("done", "done", "rate_limited", "rate_limited");
    }

    @Test
    void anAddressHasSoManySocketsAndGetsThemBack() {
        List<ChatClient> open =
                IntStream.range(0, 3).mapToObj(i -> openFrom("203.0.113.50")).toList();
        try (ChatClient fourth = openFrom("203.0.113.50");
                ChatClient elsewhere = openFrom("203.0.113.51")) {
            assertThat(fourth.nextError()).isEqualTo("rate_limited");
            assertThat(fourth.closeCode()).isEqualTo(4429);
            elsewhere.send("type", "ping");
            elsewhere.next("pong");
        }
        open.forEach(ChatClient::close);
        await("the places of the three").until(() -> {
            try (ChatClient again = openFrom("203.0.113.50")) {
                return again.answersPing();
            }
        });
    }

    @Test
    void publicCallsFromOneAddressAreBounded() {
        List<Reply> replies = IntStream.range(0, 6)
                .mapToObj(i -> configFrom("203.0.113.60", "https://shop.example"))
                .toList();

        assertThat(replies).extracting(Reply::status).containsExactly(200, 200, 200, 200, 200, 429);
        Reply refused = replies.get(5);
        assertThat(refused.code()).isEqualTo("rate_limited");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 13);
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
        assertThat(configFrom("203.0.113.61", null).status()).isEqualTo(200);
        assertThat(server.http().get("/health/live").status()).isEqualTo(200);
    }

    @Test
    void theProxysSchemeIsOurs() {
        String signIn = Json.object("email", ServerSuite.EMAIL, "password", ServerSuite.PASSWORD);
        var request = server.http()
                .request("/api/admin/session")
                .header(FORWARDED_FOR, "203.0.113.70")
                .header("X-Forwarded-Proto", "https");

        Reply signedIn = Http.send(Http.withJson(request, "POST", signIn)).expect(200);

        assertThat(signedIn.header("Set-Cookie")).contains("Secure");
    }

    private Reply configFrom(String address, String origin) {
        var request = server.http().request("/api/widget/config/" + KEY).header(FORWARDED_FOR, address);
        return Http.send(origin == null ? request : request.header("Origin", origin));
    }

    private ChatClient openFrom(String address) {
        return ChatClient.openVia(server, KEY, FORWARDED_FOR, address);
    }

    /** {@code done} or the error's code. */
    private String askFrom(String address) {
        try (ChatClient chat = openFrom(address)) {
            Answer answer = chat.ask("What do you know?");
            return answer.end().path("code").asText(answer.end().path("type").asText());
        }
    }
}
