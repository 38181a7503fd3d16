package io.smartchat.it;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A visitor's Chromium on somebody's page: the widget against the real server. */
final class BrowserWidgetIT extends ServerSuite {

    BrowserWidgetIT() {
        super(Store.H2);
    }

    @TestFactory
    Stream<DynamicTest> theWidgetOnAPage() throws IOException {
        try (BrowserRestart restart = new BrowserRestart(server)) {
            return new BrowserTests("widget")
                    .with("SMARTCHAT_URL", server.baseUrl())
                    .with("RESTART_URL", restart.url())
                    .run();
        }
    }
}
