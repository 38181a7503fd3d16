package io.smartchat.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * One of the suites in {@code src/test/browser}, run by Node.js in a real Chromium. Each of its tests becomes one
 * here; without a Chromium all are skipped, with the reason.
 */
final class BrowserTests {

    private static final long MINUTES = 8;

    private final String suite;
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    BrowserTests(String suite) {
        this.suite = suite;
        this.folder = Build.workFolder("browser-" + suite);
        Folder.delete(folder);
        Path documents = folder.resolve("documents");
        List.of(Documents.handbook(), Documents.ferryNotes(), Documents.accessories())
                .forEach(file -> write(documents.resolve(file.name()), file.content()));
        write(documents.resolve("sealed.pdf"), Documents.encryptedPdf("Nobody reads this without the password."));
        with("DOCUMENTS", documents.toString());
        with("PICTURES", folder.resolve("pictures").toString());
        with("SMARTCHAT_ADMIN_EMAIL", ServerSuite.EMAIL);
        with("SMARTCHAT_ADMIN_PASSWORD", ServerSuite.PASSWORD);
    }

    BrowserTests with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Stream<DynamicTest> run() {
        Path found = folder.resolve("chromium.txt");
        if (run(found, List.of("sh", "src/test/scripts/chromium.sh")) != 0) {
            // a test of its own, since a factory that is aborted counts as no test at all
            return Stream.of(dynamicTest(
                    "Chromium is there", () -> assumeTrue(false, "No browser tests. " + Folder.read(found))));
        }
        with("CHROMIUM", lastLine(found));
        Path output = folder.resolve("output.txt");
        int exit = run(output, List.of("node", "../.mvn/npm.mjs", "src/test/browser", suite));
        List<DynamicTest> results = results(output);
        assertThat(results).as("the tests of " + output).isNotEmpty();
        return Stream.concat(
                results.stream(),
                Stream.of(dynamicTest(
                        "The suite ended well",
                        () -> assertThat(exit)
                                .withFailMessage(() -> Folder.read(output))
                                .isZero())));
    }

    private static String lastLine(Path file) {
        return Folder.read(file).lines().reduce((first, last) -> last).orElseThrow();
    }

    private static List<DynamicTest> results(Path output) {
        return Folder.read(output)
                .lines()
                .filter(line -> line.startsWith("{\"test\":"))
                .map(Json::parse)
                .map(BrowserTests::result)
                .toList();
    }

    private static DynamicTest result(JsonNode line) {
        String name = line.path("test").asText();
        return dynamicTest(name, () -> {
            assumeTrue(!line.path("skipped").asBoolean(), "skipped by the browser suite");
            assertThat(line.path("passed").asBoolean())
                    .withFailMessage(() -> name + ": " + line.path("reason").asText())
                    .isTrue();
        });
    }

    private int run(Path output, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Build.module().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(command + " did not end within " + MINUTES + " minutes: see " + output);
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
