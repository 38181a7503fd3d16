package io.smartchat.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model server that is scripted down to the byte. One request a connection, unless its script keeps it alive. */
public final class ScriptedModelServer implements ModelServer, AutoCloseable {

    /** What to send when a request comes that contains a text. */
    @FunctionalInterface
    public interface Script {
        void play(ScriptedExchange exchange) throws IOException, InterruptedException;
    }

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");
    private static final int PIECE = 5;

    private final WireDialect dialect;
    private final ServerSocket listening;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    public ScriptedModelServer(WireDialect dialect) {
        this.dialect = dialect;
        try {
            this.listening = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    @Override
    public void on(String question, Reply reply) {
        script(question, exchange -> play(exchange, reply));
    }

    public void script(String question, Script script) {
        scripts.put(question, script);
    }

    /** Plays one script after the other, request by request; the last one stays. */
    public void inTurn(String question, Script... inOrder) {
        AtomicInteger next = new AtomicInteger();
        script(question, exchange -> inOrder[Math.min(next.getAndIncrement(), inOrder.length - 1)].play(exchange));
    }

    @Override
    public List<String> requests() {
        return bodies;
    }

    /** Request lines and headers, oldest first. */
    public List<String> heads() {
        return heads;
    }

    /** How many connections were ever opened to it. */
    public int accepted() {
        return accepted.get();
    }

    /** How many are open now. */
    public int open() {
        return open.get();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void play(ScriptedExchange exchange, Reply reply) throws IOException, InterruptedException {
        if (reply instanceof Reply.Text text) {
            exchange.head(200, dialect.contentType());
            for (String piece : pieces(text.text())) {
                exchange.pause(text.between());
                exchange.chunk(dialect.delta(piece));
            }
            exchange.chunk(dialect.end(11, 7));
            exchange.lastChunk();
        } else if (reply instanceof Reply.Failure failure) {
            exchange.head(failure.status(), "application/json");
            exchange.chunk("{\"error\":\"" + failure.message() + "\"}");
            exchange.lastChunk();
        } else if (reply instanceof Reply.Cut cut) {
            exchange.head(200, dialect.contentType());
            for (String piece : pieces(cut.text()).subList(0, 4)) {
                exchange.chunk(dialect.delta(piece));
            }
            exchange.reset();
        } else if (reply instanceof Reply.Tools tools) {
            exchange.head(200, dialect.contentType());
            for (int i = 0; i < tools.calls().size(); i++) {
                ToolExecutionRequest call = tools.calls().get(i);
                exchange.chunk(dialect.toolCall(i, "call_" + i, call.name(), call.arguments()));
            }
            exchange.chunk(dialect.endWithToolCalls());
            exchange.lastChunk();
        } else {
            exchange.awaitHangUp();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                accepted.incrementAndGet();
                daemon(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        open.incrementAndGet();
        try (socket) {
            boolean more = true;
            while (more) {
                String head = head(socket.getInputStream());
                Matcher length = LENGTH.matcher(head);
                int size = length.find() ? Integer.parseInt(length.group(1)) : 0;
                String body = new String(socket.getInputStream().readNBytes(size), UTF_8);
                heads.add(head);
                bodies.add(body);
                ScriptedExchange exchange = new ScriptedExchange(socket, head + body);
                script(head + body).play(exchange);
                more = exchange.keptAlive();
            }
        } catch (IOException hungUp) {
            // the client closed the connection, which is for the test to judge
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }

    private Script script(String request) {
        return scripts.entrySet().stream()
                .filter(entry -> request.contains(entry.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(exchange -> {
                    exchange.head(404, "application/json");
                    exchange.lastChunk();
                });
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("hung up");
            }
            head.write(b);
        }
        return head.toString(UTF_8);
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new CopyOnWriteArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int left = text.codePointCount(start, text.length());
            int end = text.offsetByCodePoints(start, Math.min(PIECE, left));
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "scripted-model-server");
        thread.setDaemon(true);
        thread.start();
    }
}
