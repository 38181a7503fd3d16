package io.smartchat.it;

import java.util.Map;
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
                    .with("SETUP_TOKEN", server.setupToken().orElseThrow())
                    .run();
        }
    }
}
