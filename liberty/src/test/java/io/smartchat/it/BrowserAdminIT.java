package io.smartchat.it;

import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A site owner's Chromium, from the set-up link of a fresh server to the first answer on their page. */
final class BrowserAdminIT {

    @TestFactory
    Stream<DynamicTest> theAdminPanelFromItsSetUpLink() {
        try (SmartChatServer server = new SmartChatServer("browser_admin_server", Map.of()).start()) {
            return new BrowserTests("admin")
                    .with("SMARTCHAT_URL", server.baseUrl())
                    .with("SETUP_TOKEN", setupToken(server))
                    .run();
        }
    }

    /** The link is printed once the server knows that it is ready, which others may see a moment earlier. */
    private static String setupToken(SmartChatServer server) {
        return await("the set-up link")
                .until(server::setupToken, Optional::isPresent)
                .orElseThrow();
    }
}
