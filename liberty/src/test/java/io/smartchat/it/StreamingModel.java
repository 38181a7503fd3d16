package io.smartchat.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model server that speaks as OpenAI does, streams to hundreds at once, and sees who hangs up. One request a connection. */
final class StreamingModel implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");

    private final ServerSocket listening;
    private final ScheduledExecutorService pace =
            Executors.newScheduledThreadPool(2, task -> daemon(task, "model-pace"));
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Map<String, ModelCall> calls = new ConcurrentHashMap<>();

    StreamingModel() {
        try {
            listening = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept, "streaming-model").start();
    }

    /** @param first how long it thinks, @param between the time from one delta to the next */
    record Script(List<String> deltas, Duration first, Duration between) {

        String text() {
            return String.join("", deltas);
        }
    }

    /** What to answer to a question that holds {@code words}. */
    void script(String words, Script script) {
        scripts.put(words, script);
        calls.put(words, new ModelCall());
    }

    /** The latest request with these words, or the one to come. */
    ModelCall call(String words) {
        return calls.get(words);
    }

    void use(TestTenant tenant) {
        tenant.configureModel(
                "provider",
                "openai",
                "base_url",
                "http://127.0.0.1:" + listening.getLocalPort() + "/v1",
                "model",
                "scripted",
                "api_key",
                "sk-test");
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                daemon(() -> serve(socket), "streaming-model").start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            String request = request(socket.getInputStream());
            String words = scripts.keySet().stream()
                    .filter(request::contains)
                    .findFirst()
                    .orElse(null);
            if (words == null) {
                socket.getOutputStream()
                        .write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                .getBytes(UTF_8));
                return;
            }
            calls.get(words).play(scripts.get(words), socket, pace);
        } catch (IOException hungUp) {
            // before its request was whole
        }
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("hung up");
            }
            head.write(next);
        }
        Matcher length = LENGTH.matcher(head.toString(UTF_8));
        int size = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return new String(in.readNBytes(size), UTF_8);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        pace.shutdownNow();
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
