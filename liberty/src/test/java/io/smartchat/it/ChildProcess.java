package io.smartchat.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that does not outlive the tests, and what it printed. */
final class ChildProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final Thread killer;

    private ChildProcess(Process process) {
        this.process = process;
        this.killer = new Thread(this::kill);
        Runtime.getRuntime().addShutdownHook(killer);
    }

    /** @param output grows with each start */
    static ChildProcess start(Path output, Map<String, String> environment, List<String> command) {
        try {
            Files.createDirectories(output.getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(output.getParent().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            Files.writeString(pidFile(output), process.pid() + " " + started(process.toHandle()));
            return new ChildProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks the process to end, as Ctrl-C does, and kills it if it will not. */
    void stop() {
        all(process.toHandle()).forEach(ProcessHandle::destroy);
        if (!over()) {
            kill();
        }
        forget();
    }

    /** {@code kill -9}, of the process and of what it started. */
    void kill() {
        List<ProcessHandle> killed = all(process.toHandle()).toList();
        killed.forEach(ProcessHandle::destroyForcibly);
        killed.forEach(handle -> handle.onExit()
                .completeOnTimeout(handle, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join());
        forget();
    }

    private void forget() {
        if (Thread.currentThread() != killer) {
            Runtime.getRuntime().removeShutdownHook(killer);
        }
    }

    private boolean over() {
        try {
            return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Kills what an earlier run, killed itself, has left behind under the same {@code output}. */
    static void endLeftover(Path output) {
        Path file = pidFile(output);
        if (!Files.exists(file)) {
            return;
        }
        String[] leftover = Folder.read(file).split(" ", 2);
        CompletableFuture<?>[] ended =
                ProcessHandle.of(Long.parseLong(leftover[0]))
                        .filter(handle -> started(handle).equals(leftover[1]))
                        .stream()
                        .flatMap(ChildProcess::all)
                        .peek(ProcessHandle::destroyForcibly)
                        .map(ProcessHandle::onExit)
                        .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ended).join();
    }

    private static Path pidFile(Path output) {
        return output.resolveSibling(output.getFileName() + ".pid");
    }

    /** Tells a process from a later one that was given the same number. */
    private static String started(ProcessHandle handle) {
        return handle.info().startInstant().map(Object::toString).orElse("unknown");
    }

    private static Stream<ProcessHandle> all(ProcessHandle root) {
        return Stream.concat(root.descendants(), Stream.of(root));
    }
}
