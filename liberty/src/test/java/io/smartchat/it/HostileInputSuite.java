package io.smartchat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and frames that nobody means well with: each gets its error, and the server goes on. */
abstract class HostileInputSuite extends ServerSuite {

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private TestTenant tenant;

    HostileInputSuite(Store store) {
        super(store);
    }

    @BeforeAll
    void makeATenant() {
        tenant = admin.createTenant("Hostile input");
        tenant.uploadReady(TestFile.text("hours.txt", "The shop in Askvik is open from nine to five on weekdays."));
    }

    @AfterEach
    void theServerIsUpAndAnswers() {
        assertThat(server.isReady()).isTrue();
        try (ChatClient chat = chat(tenant)) {
            assertThat(chat.ask("When is the shop in Askvik open?").text()).contains("nine to five");
        }
    }

    @Test
    void anEmptyFileIsRefused() {
        Reply reply = upload(TestFile.pdf("empty.pdf", new byte[0]));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("validation");
        assertThat(reply.json().path("detail").asText()).isNotBlank();
    }

    @Test
    void aPictureNamedPdfIsRefused() {
        Reply reply = upload(TestFile.pdf("picture.pdf", PNG));

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.code()).isEqualTo("unsupported_type");
    }

    @Test
    void anEncryptedPdfFailsAndSaysWhy() {
        JsonNode source = failed(TestFile.pdf("secret.pdf", Documents.encryptedPdf("The launch code is 12345.")));

        assertThat(source.path("error").asText()).containsIgnoringCase("password");
    }

    @Test
    void aBrokenPdfFailsAndSaysWhy() {
        byte[] broken = ("%PDF-1.7\n" + "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n%%EOF")
                .getBytes(StandardCharsets.US_ASCII);
        JsonNode source = failed(TestFile.pdf("broken.pdf", broken));

        assertThat(source.path("error").asText()).isNotBlank().doesNotContain("Exception", "org.apache");
    }

    @Test
    void aPdfWithoutTextFailsAndSaysWhy() {
        JsonNode source = failed(TestFile.pdf("scan.pdf", Documents.pdf(List.of(""))));

        assertThat(source.path("error").asText()).containsIgnoringCase("text");
    }

    @Test
    void theSameBytesAgainAreAConflictThatNamesTheFirst() {
        upload(TestFile.text("first.txt", "Twice the same.")).expect(202);

        Reply again = upload(TestFile.text("second.txt", "Twice the same."));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("detail").asText()).contains("first.txt");
    }

    @Test
    void aFileNameStaysAName() {
        String name = "../../etc/<img src=x onerror=alert(1)>.txt";
        String id = tenant.uploadReady(TestFile.text(name, "A file with an unkind name."));

        Reply content = admin.get(tenant.at("knowledge/" + id + "/content"));

        assertThat(tenant.source(id).path("filename").asText())
                .doesNotContain("/")
                .endsWith(".txt");
        assertThat(content.text()).isEqualTo("A file with an unkind name.");
        assertThat(content.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(content.header("Content-Disposition"))
                .startsWith("attachment")
                .doesNotContain("<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "",
                "[]",
                "42",
                "\"text\"",
                "null",
                "{",
                "{\"message\":42,\"api_key\":\"KEY\"}",
                "{\"type\":\"launch\"}",
                "{\"type\":7}",
                "{\"message\":\"cut",
                "{\"type\":\"resume\",\"after\":\"x\",\"api_key\":\"KEY\"}"
            })
    void aBrokenFrameIsAnsweredWithAnErrorAndTheSocketStaysOpen(String frame) {
        try (ChatClient chat = chat(tenant)) {
            chat.sendText(frame.replace("KEY", tenant.apiKey()));

            assertThat(chat.nextError()).isEqualTo("invalid_json");
            assertThat(chat.ask("When is the shop in Askvik open?").status()).isEqualTo("complete");
        }
    }

    @Test
    void aDeeplyNestedFrameIsAnsweredWithAnError() {
        try (ChatClient chat = chat(tenant)) {
            chat.sendText("{\"message\":" + "[".repeat(15_000) + "]".repeat(15_000) + "}");

            assertThat(chat.nextError()).isEqualTo("invalid_json");
            assertThat(chat.ask("When is the shop in Askvik open?").status()).isEqualTo("complete");
        }
    }

    @Test
    void emptyAndOverlongMessagesAreRefusedByName() {
        try (ChatClient chat = chat(tenant)) {
            chat.sendQuestion("");
            assertThat(chat.nextError()).isEqualTo("empty_message");
            chat.sendQuestion(" \n\t ");
            assertThat(chat.nextError()).isEqualTo("empty_message");
            chat.sendQuestion("x".repeat(8001));
            assertThat(chat.nextError()).isEqualTo("message_too_long");
            assertThat(chat.isOpen()).isTrue();
        }
    }

    @Test
    void aFrameOverTheLimitEndsTheSocket() {
        try (ChatClient chat = chat(tenant)) {
            chat.sendText("{\"message\":\"" + "x".repeat(32 * 1024) + "\"}");

            assertThat(chat.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void aFrameOverTheLimitInManyPartsEndsTheSocket() {
        try (ChatClient chat = chat(tenant)) {
            chat.sendParts(Collections.nCopies(40, "x".repeat(1024)));

            assertThat(chat.closeCode())
                    .as("too big, or cut off while more was sent")
                    .isIn(1009, 1006);
        }
    }

    @Test
    void aFrameInPartsIsOneFrame() {
        String frame = Json.object("message", "When is the shop in Askvik open?", "api_key", tenant.apiKey());
        try (ChatClient chat = chat(tenant)) {
            chat.sendParts(List.of(frame.substring(0, 5), frame.substring(5, 40), frame.substring(40)));

            assertThat(chat.nextAnswer().text()).contains("nine to five");
        }
    }

    @Test
    void tooManyBadFramesEndTheSocket() {
        try (ChatClient chat = chat(tenant)) {
            for (int i = 0; i < 20; i++) {
                chat.sendText("not json");
            }

            assertThat(chat.closeCode()).isEqualTo(4429);
        }
    }

    @Test
    void aBadKeyIsRefusedOnTheSocketAndOverHttp() {
        String session = ChatClient.newSession();
        try (ChatClient chat = ChatClient.open(server, "sc_live_nobody", session)) {
            chat.sendQuestion("When is the shop in Askvik open?");
            assertThat(chat.nextError()).isEqualTo("invalid_api_key");
            assertThat(chat.isOpen()).isTrue();
        }
        PublicApi stranger = new PublicApi(server.http(), "sc_live_nobody");
        assertThat(stranger.historyReply(session).status()).isEqualTo(401);
        assertThat(stranger.historyReply(session).code()).isEqualTo("invalid_api_key");
        assertThat(stranger.widgetConfig(null).status()).isEqualTo(404);
        assertThat(stranger.authConfig().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with%20space-in-the-id", "sixteen.but.dots", "%27%3Bdrop-table-x-"})
    void anUnfitSessionIdIsRefused(String sessionId) {
        try (ChatClient chat = chat(tenant, sessionId)) {
            chat.sendQuestion("When is the shop in Askvik open?");

            assertThat(chat.nextError()).isEqualTo("invalid_json");
        }
    }

    private Reply upload(TestFile file) {
        return admin.sendFiles("POST", tenant.at("knowledge/upload"), file);
    }

    private JsonNode failed(TestFile file) {
        String id = tenant.upload(file);
        admin.awaitIngestion(tenant);
        JsonNode source = tenant.source(id);
        assertThat(source.path("status").asText()).isEqualTo("failed");
        return source;
    }
}
