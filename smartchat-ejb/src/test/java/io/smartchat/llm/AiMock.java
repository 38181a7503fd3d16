package io.smartchat.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.opentest4j.TestAbortedException;

/** Runs the npm package aimock, a model server nobody here wrote, once for all tests of a run. */
public final class AiMock implements BeforeAllCallback, ModelServer {

    private static final Pattern LISTENING = Pattern.compile("listening on (http://\\S+)");
    private static final Pattern BODY = Pattern.compile("\"body\":(\\{.*?\\}),\"(?:service|response)\"");
    private static final List<String> PROJECT = List.of("package.json", "package-lock.json", ".npmrc", "fixtures.json");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Running running;

    private record Running(Process process, String url) implements AutoCloseable {
        @Override
        public void close() {
            process.destroy();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(Namespace.create(AiMock.class))
                .computeIfAbsent(Running.class, type -> start(), Running.class);
        post("/__aimock/reset", "");
    }

    @Override
    public String url() {
        return running.url();
    }

    @Override
    public void on(String question, Reply reply) {
        add("{\"match\":{\"userMessage\":" + json(question) + "}," + response(reply) + "}", 1);
    }

    /** Has the model ask for a tool first, and say {@code text} once it has a result. */
    public void onTool(String question, String tool, String arguments, String text) {
        String user = "{\"match\":{\"userMessage\":" + json(question) + ",\"hasToolResult\":";
        String call = "{\"name\":" + json(tool) + ",\"arguments\":" + json(arguments) + "}";
        String asks = user + "false},\"response\":{\"toolCalls\":[" + call + "]},\"chunkSize\":5}";
        String says = user + "true}," + response(new Reply.Text(text, Duration.ZERO)) + "}";
        add(asks + "," + says, 2);
    }

    private void add(String fixtures, int count) {
        String answer = post("/__aimock/fixtures", "{\"fixtures\":[" + fixtures + "]}");
        if (!answer.contains("\"added\":" + count)) {
            throw new AssertionError(answer);
        }
    }

    private static String response(Reply reply) {
        if (reply instanceof Reply.Text text) {
            long between = text.between().toMillis();
            return "\"response\":{\"content\":" + json(text.text()) + "},\"chunkSize\":5,\"latency\":" + between;
        }
        if (reply instanceof Reply.Failure failure) {
            String error = "{\"message\":" + json(failure.message()) + "}";
            return "\"response\":{\"error\":" + error + ",\"status\":" + failure.status() + "}";
        }
        if (reply instanceof Reply.Cut cut) {
            return "\"response\":{\"content\":" + json(cut.text()) + "},\"chunkSize\":5,\"truncateAfterChunks\":6";
        }
        if (reply instanceof Reply.Tools tools) {
            String calls = tools.calls().stream()
                    .map(call -> "{\"name\":" + json(call.name()) + ",\"arguments\":" + json(call.arguments()) + "}")
                    .collect(Collectors.joining(","));
            return "\"response\":{\"toolCalls\":[" + calls + "]},\"chunkSize\":5";
        }
        return "\"response\":{\"content\":\"late\"},\"latency\":60000";
    }

    @Override
    public List<String> requests() {
        String journal = send(HttpRequest.newBuilder(URI.create(url() + "/__aimock/journal?path=chat&method=POST")));
        List<String> bodies = new ArrayList<>();
        Matcher body = BODY.matcher(journal);
        while (body.find()) {
            bodies.add(body.group(1));
        }
        return bodies;
    }

    private String post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(url() + path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Running start() {
        Path source = Path.of(System.getProperty("basedir", "."), "src/test/aimock");
        Path home = Path.of(System.getProperty("basedir", "."), "target/aimock");
        try {
            install(source, home);
            Process process = new ProcessBuilder(
                            "node", "node_modules/@copilotkit/aimock/dist/cli.js", "-p", "0", "-f", "fixtures.json")
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            BufferedReader output = process.inputReader(UTF_8);
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    drain(output);
                    return new Running(process, listening.group(1));
                }
            }
            throw new AssertionError("aimock ended before it listened");
        } catch (IOException e) {
            throw new TestAbortedException("aimock needs node and npm: " + e.getMessage());
        }
    }

    private static void drain(BufferedReader output) {
        Thread drain = new Thread(() -> {
            try {
                output.transferTo(Writer.nullWriter());
            } catch (IOException endOfProcess) {
                // nothing left to read
            }
        });
        drain.setDaemon(true);
        drain.start();
    }

    private static void install(Path source, Path home) throws IOException {
        Path lock = home.resolve("package-lock.json");
        boolean upToDate = Files.isDirectory(home.resolve("node_modules/@copilotkit"))
                && Files.mismatch(source.resolve("package-lock.json"), lock) == -1;
        Files.createDirectories(home);
        for (String file : PROJECT) {
            Files.copy(source.resolve(file), home.resolve(file), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        if (!upToDate) {
            Process npm = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund")
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(new File(home.toFile(), "npm.log"))
                    .start();
            try {
                if (!npm.waitFor(3, TimeUnit.MINUTES) || npm.exitValue() != 0) {
                    npm.destroy();
                    throw new IOException("npm ci failed, see " + home.resolve("npm.log"));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    private static String json(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\' || c < ' ' || c > '~') {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
