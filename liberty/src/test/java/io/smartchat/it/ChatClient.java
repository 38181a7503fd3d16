package io.smartchat.it;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A visitor's socket; keeps every frame with the time it came. */
final class ChatClient implements AutoCloseable, WebSocket.Listener {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String apiKey;
    private final List<Frame> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;
    private int read;

    private ChatClient(String apiKey) {
        this.apiKey = apiKey;
    }

    static String newSession() {
        return UUID.randomUUID().toString();
    }

    static ChatClient open(SmartChatServer server, String apiKey, String sessionId) {
        return open(server, apiKey, sessionId, null);
    }

    /** @param origin null for none, as a program sends none */
    static ChatClient open(SmartChatServer server, String apiKey, String sessionId, String origin) {
        return origin == null
                ? connect(server, apiKey, sessionId)
                : connect(server, apiKey, sessionId, "Origin", origin);
    }

    /** With what a proxy says, or who plays one. */
    static ChatClient openVia(SmartChatServer server, String apiKey, String... headers) {
        return connect(server, apiKey, newSession(), headers);
    }

    private static ChatClient connect(SmartChatServer server, String apiKey, String sessionId, String... headers) {
        ChatClient client = new ChatClient(apiKey);
        WebSocket.Builder builder = Http.CLIENT.newWebSocketBuilder().connectTimeout(PATIENCE);
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        client.socket = builder.buildAsync(URI.create(server.chatUrl(sessionId)), client)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        return client;
    }

    /** Asks and waits for the whole answer. */
    Answer ask(String question) {
        sendQuestion(question);
        return nextAnswer();
    }

    void sendQuestion(String question) {
        send("message", question, "api_key", apiKey);
    }

    /** A frame with these fields. */
    void send(Object... namesAndValues) {
        sendText(Json.object(namesAndValues));
    }

    void sendText(String text) {
        socket.sendText(text, true).join();
    }

    /** The same frame again and again, until the server has had enough. */
    void sendWhileOpen(String text, int most) {
        for (int i = 0; i < most && isOpen(); i++) {
            socket.sendText(text, true).exceptionally(closed -> socket).join();
        }
    }

    /** Whether the server answers a ping; not if it closes the socket instead. */
    boolean answersPing() {
        send("type", "ping");
        await("a pong or the end")
                .atMost(PATIENCE)
                .until(() -> closed.isDone() || indexOf(0, frame -> frame.is("pong") || frame.is("error")) >= 0);
        return indexOf(0, frame -> frame.is("pong")) >= 0;
    }

    /** One text in several WebSocket frames, until the server has had enough. */
    void sendParts(List<String> parts) {
        for (int i = 0; i < parts.size() && isOpen(); i++) {
            socket.sendText(parts.get(i), i == parts.size() - 1)
                    .exceptionally(closed -> socket)
                    .join();
        }
    }

    /** The frames up to the next {@code done} or {@code error}. */
    Answer nextAnswer() {
        int from = read;
        int end = awaitFrame(from, frame -> frame.is("done") || frame.is("error"));
        return new Answer(List.copyOf(frames).subList(from, end + 1));
    }

    /** The next frame of a type; frames before it are skipped. */
    JsonNode next(String type) {
        return frames.get(awaitFrame(read, frame -> frame.is(type))).json();
    }

    /** The next error's code. */
    String nextError() {
        return next("error").path("code").asText();
    }

    int closeCode() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    private int awaitFrame(int from, Predicate<Frame> wanted) {
        int index = await("a frame")
                .pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE)
                .until(() -> indexOf(from, wanted), found -> found >= 0 || closed.isDone());
        if (index < 0) {
            throw new AssertionError("The socket closed (" + closed.join() + ") after " + frames);
        }
        read = index + 1;
        return index;
    }

    private int indexOf(int from, Predicate<Frame> wanted) {
        for (int i = from; i < frames.size(); i++) {
            if (wanted.test(frames.get(i))) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(new Frame(Json.parse(partial.toString()), System.nanoTime()));
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(-1);
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** @param at {@link System#nanoTime} */
    record Frame(JsonNode json, long at) {

        boolean is(String type) {
            return json.path("type").asText().equals(type);
        }
    }
}
