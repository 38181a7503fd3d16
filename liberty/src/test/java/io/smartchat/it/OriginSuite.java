package io.smartchat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key works on the sites its owner allows, and nowhere else. */
abstract class OriginSuite extends ServerSuite {

    private static final String SHOP = "https://shop.example";
    private static final String EVIL = "https://evil.example";

    private TestTenant tenant;

    OriginSuite(Store store) {
        super(store);
    }

    @BeforeAll
    void allowTheShop() {
        tenant = admin.createTenant("Origins");
        tenant.configureWidget("allowed_domains", List.of(SHOP, "https://*.branch.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {SHOP, "https://oslo.branch.example"})
    void anAllowedSiteChatsAndReadsTheConfiguration(String origin) {
        try (ChatClient chat = ChatClient.open(server, tenant.apiKey(), ChatClient.newSession(), origin)) {
            assertThat(chat.ask("Hello?").end().path("type").asText()).isEqualTo("done");
        }
        Reply config = visitorOf(tenant).widgetConfig(origin);
        assertThat(config.status()).isEqualTo(200);
        assertThat(config.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(config.header("Vary")).contains("Origin");
    }

    @Test
    void ourOwnTestPageIsAllowed() {
        try (ChatClient chat = ChatClient.open(server, tenant.apiKey(), ChatClient.newSession(), server.baseUrl())) {
            assertThat(chat.ask("Hello?").end().path("type").asText()).isEqualTo("done");
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                EVIL,
                "null",
                "https://shop.example.evil.com",
                "https://evil.com/shop.example",
                "https://shop.example@evil.com",
                "https://shop.example:8443",
                "http://shop.example",
                "https://xshop.example",
                "https://shop.example.",
                "https://sub.shop.example",
                "https://branch.example",
                "https://xbranch.example",
                "https://shop.example,https://evil.com",
                "shop.example",
                "file://shop.example"
            })
    void aForeignSiteGetsNothing(String origin) {
        String session = ChatClient.newSession();
        try (ChatClient chat = ChatClient.open(server, tenant.apiKey(), session, origin)) {
            chat.sendQuestion("Hello?");
            assertThat(chat.nextError()).isEqualTo("origin_not_allowed");
            assertThat(chat.closeCode()).isEqualTo(4403);
        }
        Reply config = visitorOf(tenant).widgetConfig(origin);
        assertThat(config.status()).isEqualTo(403);
        assertThat(config.code()).isEqualTo("origin_not_allowed");
        assertThat(config.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(admin.get(tenant.at("conversations?query=" + session)).text())
                .doesNotContain(session);
    }

    @Test
    void manyHandshakesAtOnceKeepTheirOrigins() {
        List<CompletableFuture<String>> ends = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String origin = i % 2 == 0 ? SHOP : EVIL;
            ends.add(CompletableFuture.supplyAsync(() -> {
                try (ChatClient chat = ChatClient.open(server, tenant.apiKey(), ChatClient.newSession(), origin)) {
                    return origin + " " + chat.ask("Hello?").end().path("type").asText();
                }
            }));
        }
        assertThat(ends.stream().map(CompletableFuture::join)).containsOnly(SHOP + " done", EVIL + " error");
    }
}
