package io.smartchat.it;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** SmartChat on a real Open Liberty, as an operator runs it: configured by its environment, and killed without mercy. */
final class SmartChatServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(4);

    private static final String UNLIMITED = "1000000";

    private final Path folder;
    private final int port = Build.freePort();
    private final Map<String, String> environment = new HashMap<>();
    private final Http http;
    private ChildProcess process;

    /** @param name of its folder, in which nothing of an earlier run is left */
    SmartChatServer(String name, Map<String, String> settings) {
        this.folder = Build.workFolder(name);
        ChildProcess.endLeftover(console());
        Folder.delete(folder);
        // one address plays all visitors
        environment.put("SMARTCHAT_LIMITS_MESSAGES_PER_MINUTE", UNLIMITED);
        environment.put("SMARTCHAT_LIMITS_VISITOR_MESSAGES_PER_MINUTE", UNLIMITED);
        environment.put("SMARTCHAT_LIMITS_ADDRESS_MESSAGES_PER_MINUTE", UNLIMITED);
        environment.put("SMARTCHAT_LIMITS_PUBLIC_CALLS_PER_MINUTE", UNLIMITED);
        environment.put("SMARTCHAT_LIMITS_SOCKETS_PER_ADDRESS", UNLIMITED);
        environment.putAll(settings);
        environment.put("PORT", String.valueOf(port));
        environment.put("SMARTCHAT_DATA_DIR", folder.resolve("data").toString());
        environment.put("WLP_USER_DIR", Build.userDirectory().toString());
        environment.put("WLP_OUTPUT_DIR", folder.resolve("output").toString());
        environment.put("LOG_DIR", folder.resolve("logs").toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JVM_ARGS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        this.http = new Http("http://localhost:" + port);
    }

    SmartChatServer start() {
        String liberty = Build.liberty().resolve("bin/server").toString();
        process = ChildProcess.start(console(), environment, List.of(liberty, "run", "smartchat"));
        await("the server of " + folder).atMost(START).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The server ended: see " + console());
            }
            return isReady();
        });
        return this;
    }

    void stop() {
        process.stop();
    }

    /** {@code kill -9}. */
    void kill() {
        process.kill();
    }

    void restart() {
        stop();
        start();
    }

    boolean isReady() {
        return http.tryGet("/health/ready")
                .filter(reply -> reply.status() == 200)
                .isPresent();
    }

    String baseUrl() {
        return http.baseUrl();
    }

    Http http() {
        return http;
    }

    int port() {
        return port;
    }

    String chatUrl(String sessionId) {
        return "ws://localhost:" + port + "/api/chat/ws/chat/" + sessionId;
    }

    /** What it printed since its first start: the console, the log and the dumps of failures. */
    String printed() {
        return Folder.read(console())
                + Folder.readAll(folder.resolve("logs"), "*.log")
                + Folder.readAll(folder.resolve("logs/ffdc"), "*.log");
    }

    Optional<String> setupToken() {
        return Stream.of(Folder.read(console()).split("\\s+"))
                .filter(word -> word.contains("/admin/#/setup/"))
                .map(link -> link.substring(link.lastIndexOf('/') + 1))
                .reduce((first, last) -> last);
    }

    Path dataDirectory() {
        return folder.resolve("data");
    }

    private Path console() {
        return folder.resolve("console.log");
    }

    @Override
    public void close() {
        stop();
    }
}
