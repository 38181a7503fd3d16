package io.smartchat.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A model server that never ends its one answer, or never begins it. It notices when its client hangs up. */
final class HangingModel implements AutoCloseable {

    private static final int BETWEEN_WORDS = 200;
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String DELTA =
            "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"model\":\"m\",\"choices\":[{\"index\":0,"
                    + "\"delta\":{\"role\":\"assistant\",\"content\":\"So far. \"}}]}\n\n";

    private final ServerSocket listening;
    private final boolean speaks;
    private final CompletableFuture<Long> asked = new CompletableFuture<>();
    private final CompletableFuture<Long> hungUp = new CompletableFuture<>();

    /** @param speaks whether words come */
    HangingModel(boolean speaks) {
        this.speaks = speaks;
        try {
            listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "hanging model");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/v1";
    }

    /** When the request was there, as {@link System#nanoTime}. */
    long awaitAsked() {
        return asked.orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** When the client closed its socket, as {@link System#nanoTime}. */
    long awaitHungUp() {
        return hungUp.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private void serve() {
        try (Socket socket = listening.accept()) {
            InputStream in = socket.getInputStream();
            in.read();
            asked.complete(System.nanoTime());
            if (speaks) {
                say(HEAD, socket);
            }
            socket.setSoTimeout(BETWEEN_WORDS);
            while (listens(in)) {
                if (speaks) {
                    say(Integer.toHexString(DELTA.length()) + "\r\n" + DELTA + "\r\n", socket);
                }
            }
        } catch (IOException reset) {
            // hung up too
        }
        hungUp.complete(System.nanoTime());
    }

    /** Whether the client is still there after a while. */
    private static boolean listens(InputStream in) throws IOException {
        try {
            int next = in.read();
            while (next >= 0) {
                next = in.read();
            }
            return false;
        } catch (SocketTimeoutException quiet) {
            return true;
        }
    }

    private static void say(String words, Socket to) throws IOException {
        to.getOutputStream().write(words.getBytes(UTF_8));
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
