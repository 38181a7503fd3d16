package io.smartchat.it;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The npm package aimock: a model server nobody here wrote, which speaks as OpenAI and as Ollama and keeps a journal. */
final class AiMock {

    private static final String CLI = "node_modules/@copilotkit/aimock/dist/cli.js";
    private static final List<String> PROJECT = List.of("package.json", "package-lock.json", ".npmrc", "fixtures.json");
    private static AiMock shared;

    private final Http http;

    private AiMock(Http http) {
        this.http = http;
    }

    /** One for all suites, gone with the tests. */
    static synchronized AiMock shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    String url() {
        return http.baseUrl();
    }

    /** Answers a question that holds {@code question} in pieces of five letters, each {@code between} after the last. */
    void answer(String question, String text, Duration between) {
        add(Map.of(
                "match",
                Map.of("userMessage", question),
                "response",
                Map.of("content", text),
                "chunkSize",
                5,
                "latency",
                between.toMillis()));
    }

    void fail(String question, int status, String words) {
        add(Map.of(
                "match",
                Map.of("userMessage", question),
                "response",
                Map.of("error", Map.of("message", words), "status", status)));
    }

    /** The prompts it was sent that hold {@code words}: all their messages, with single spaces. */
    List<String> promptsWith(String words) {
        List<String> prompts = new ArrayList<>();
        for (JsonNode request : http.get("/__aimock/journal").expect(200).json()) {
            StringBuilder prompt = new StringBuilder();
            for (JsonNode message : request.path("body").path("messages")) {
                prompt.append(message.path("content").asText()).append('\n');
            }
            if (prompt.indexOf(words) >= 0) {
                prompts.add(prompt.toString().replaceAll("\\s+", " "));
            }
        }
        return prompts;
    }

    private void add(Map<String, Object> fixture) {
        String body = Json.object("fixtures", List.of(fixture));
        if (http.post("/__aimock/fixtures", body)
                        .expect(200)
                        .json()
                        .path("added")
                        .asInt()
                != 1) {
            throw new AssertionError("aimock did not take " + body);
        }
    }

    private static AiMock start() {
        Path home = Build.workFolder("aimock");
        Path output = home.resolve("console.log");
        ChildProcess.endLeftover(output);
        install(Build.module().resolveSibling("smartchat-ejb/src/test/aimock"), home);
        int port = Build.freePort();
        ChildProcess.start(output, Map.of(), List.of("node", CLI, "-p", String.valueOf(port), "-f", "fixtures.json"));
        Http http = new Http("http://127.0.0.1:" + port);
        await("aimock, see " + output)
                .atMost(Duration.ofSeconds(30))
                .until(() -> http.tryGet("/__aimock/journal").isPresent());
        return new AiMock(http);
    }

    private static void install(Path project, Path home) {
        try {
            Files.createDirectories(home);
            for (String file : PROJECT) {
                if (Files.exists(project.resolve(file))) {
                    Files.copy(project.resolve(file), home.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            if (!Files.exists(home.resolve(CLI))) {
                Process npm = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
                        .directory(home.toFile())
                        // never the runner's own streams: it talks to this process through them
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("npm.log").toFile())
                        .start();
                npm.getOutputStream().close();
                if (npm.waitFor() != 0) {
                    throw new IllegalStateException(
                            "npm could not install aimock: " + Folder.read(home.resolve("npm.log")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
