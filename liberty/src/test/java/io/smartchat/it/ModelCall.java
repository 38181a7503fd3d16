package io.smartchat.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One request to the {@link StreamingModel}, as the model sees it; times are {@link System#nanoTime}. */
final class ModelCall {

    private final CompletableFuture<Long> asked = new CompletableFuture<>();
    private final CompletableFuture<Long> hungUp = new CompletableFuture<>();
    private final CompletableFuture<Long> finished = new CompletableFuture<>();
    private final AtomicInteger sent = new AtomicInteger();

    long asked() {
        return awaited(asked, "asked");
    }

    /** When the caller closed its connection before the answer was at its end. */
    long hungUp() {
        return awaited(hungUp, "hung up on");
    }

    boolean isHungUp() {
        return hungUp.isDone();
    }

    long finished() {
        return awaited(finished, "heard to the end");
    }

    int sent() {
        return sent.get();
    }

    /** Returns when the answer is told, or the caller has hung up. */
    void play(StreamingModel.Script script, Socket socket, ScheduledExecutorService pace) throws IOException {
        asked.complete(System.nanoTime());
        ScheduledFuture<?> beat = pace.scheduleAtFixedRate(
                () -> next(script, socket),
                script.first().toNanos(),
                Math.max(1, script.between().toNanos()),
                TimeUnit.NANOSECONDS);
        try {
            awaitClose(socket.getInputStream());
        } finally {
            beat.cancel(false);
            if (!finished.isDone()) {
                hungUp.complete(System.nanoTime());
            }
        }
    }

    private synchronized void next(StreamingModel.Script script, Socket socket) {
        try {
            if (sent.get() == 0) {
                write(socket, HEAD);
            }
            if (sent.get() < script.deltas().size()) {
                chunk(socket, delta(script.deltas().get(sent.get())));
                sent.incrementAndGet();
            } else if (!finished.isDone()) {
                chunk(socket, END);
                write(socket, "0\r\n\r\n");
                finished.complete(System.nanoTime());
                socket.close();
            }
        } catch (IOException gone) {
            // whoever reads this socket sees it as well
        }
    }

    private static void awaitClose(InputStream in) {
        try {
            while (in.read() >= 0) {
                // a caller that talks on is not gone
            }
        } catch (IOException reset) {
            // as good as closed
        }
    }

    /** Held back until there is something to say, as some servers do. */
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
            + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n";

    private static final String END =
            "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"model\":\"scripted\","
                    + "\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                    + "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"choices\":[],"
                    + "\"usage\":{\"prompt_tokens\":11,\"completion_tokens\":7,\"total_tokens\":18}}\n\ndata: [DONE]\n\n";

    private static String delta(String text) {
        return "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"model\":\"scripted\",\"choices\":[{\"index\":0,"
                + "\"delta\":{\"content\":" + JsonNodeFactory.instance.textNode(text)
                + "},\"finish_reason\":null}]}\n\n";
    }

    private static void chunk(Socket socket, String text) throws IOException {
        write(socket, Integer.toHexString(text.getBytes(UTF_8).length) + "\r\n" + text + "\r\n");
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    private static long awaited(CompletableFuture<Long> moment, String what) {
        try {
            return moment.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError("The model was not " + what, e);
        }
    }
}
