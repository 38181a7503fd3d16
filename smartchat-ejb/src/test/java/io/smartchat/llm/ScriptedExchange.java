package io.smartchat.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One response, sent piece by piece. */
public final class ScriptedExchange {

    private final Socket socket;
    private final OutputStream out;

    private final String request;
    private boolean keptAlive;

    ScriptedExchange(Socket socket, String request) throws IOException {
        this.socket = socket;
        this.request = request;
        this.out = socket.getOutputStream();
        socket.setTcpNoDelay(true);
    }

    /** Head and body of the request. */
    public String request() {
        return request;
    }

    /** Whether the connection goes on after this response. */
    boolean keptAlive() {
        return keptAlive;
    }

    /** From now on the response leaves the connection open for the next request. */
    public void keepAlive() {
        keptAlive = true;
    }

    public void head(int status, String contentType, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\nContent-Type: " + contentType
                + "\r\nTransfer-Encoding: chunked\r\nConnection: " + (keptAlive ? "keep-alive" : "close") + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        raw((head + "\r\n").getBytes(UTF_8));
    }

    public void chunk(String text) throws IOException {
        chunk(text.getBytes(UTF_8));
    }

    public void chunk(byte[] bytes) throws IOException {
        raw((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
        raw(bytes);
        raw("\r\n".getBytes(UTF_8));
    }

    public void lastChunk() throws IOException {
        raw("0\r\n\r\n".getBytes(UTF_8));
    }

    public void raw(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Breaks the connection off with a TCP reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Returns when the client closes the connection. */
    public void awaitHangUp() throws IOException {
        while (socket.getInputStream().read() >= 0) {
            // a client that talks on is not gone
        }
    }

    public void pause(Duration time) throws InterruptedException {
        if (!time.isZero()) {
            new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
