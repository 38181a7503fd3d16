package io.smartchat.startup;

import io.smartchat.tenant.NewTenant;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells the person at the console, once everything answers, what they need to go on. */
@ApplicationScoped
class Welcome {

    @Resource
    private ManagedExecutorService executor;

    private final String base;
    private final Readiness readiness;

    @Inject
    Welcome(@ConfigProperty(name = "PORT", defaultValue = "8000") int port) {
        this.base = "http://localhost:" + port;
        this.readiness = new Readiness(base);
    }

    protected Welcome() {
        this(8000);
    }

    void sayWhenReady(Optional<NewTenant> firstTenant, Optional<String> setupToken) {
        executor.execute(() -> {
            if (readiness.await()) {
                console().println(text(firstTenant, setupToken));
            }
        });
    }

    private String text(Optional<NewTenant> firstTenant, Optional<String> setupToken) {
        StringBuilder text = new StringBuilder("\nSmartChat is ready.\n");
        line(text, "Admin panel", base + "/admin/");
        line(
                text,
                "Test page",
                base + "/test.html" + firstTenant.map(t -> "?key=" + t.apiKey()).orElse(""));
        line(text, "API docs", base + "/docs");
        firstTenant.ifPresent(tenant -> line(text, "API key", tenant.apiKey() + "  (shown this once)"));
        setupToken.ifPresent(token -> line(text, "Set up", base + "/admin/#/setup/" + token));
        return text.toString();
    }

    private static void line(StringBuilder text, String what, String value) {
        text.append(String.format("  %-12s %s%n", what, value));
    }

    /** The console itself: the log would dress each line with a time and a thread. */
    private static PrintStream console() {
        return System.out;
    }
}
