package io.smartchat.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/**
 * As much of RFC 6455 as a chat needs, on a blocking socket: the JDK's client does not always notice that a line was cut,
 * which is what its user wants to know here.
 */
final class PlainWebSocket implements AutoCloseable {

    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final Socket socket;
    private final DataInputStream in;

    /** @throws IOException if the line is cut before the handshake is over */
    PlainWebSocket(URI address, Duration patience) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) patience.toMillis());
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            shakeHands(address);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void shakeHands(URI address) throws IOException {
        socket.getOutputStream()
                .write(("GET " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Key: c21hcnRjaGF0LXRlc3RzLg==\r\n\r\n")
                        .getBytes(UTF_8));
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
            head.write(in.readByte());
        }
        if (!head.toString(UTF_8).startsWith("HTTP/1.1 101 ")) {
            throw new AssertionError("No WebSocket: " + head.toString(UTF_8));
        }
    }

    void send(String text) throws IOException {
        send(TEXT, text.getBytes(UTF_8));
    }

    /** The next text. @throws IOException at the end of the line */
    String receive() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        while (true) {
            int first = in.readUnsignedByte();
            byte[] payload = payload();
            switch (first & 0x0f) {
                case PING -> send(PONG, payload);
                case PONG -> {}
                case CLOSE -> throw new EOFException("closed by the server");
                default -> {
                    message.write(payload);
                    if ((first & 0x80) != 0) {
                        return message.toString(UTF_8);
                    }
                }
            }
        }
    }

    private byte[] payload() throws IOException {
        int length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = Math.toIntExact(in.readLong());
        }
        byte[] payload = new byte[length];
        in.readFully(payload);
        return payload;
    }

    /** In one write; masked with zeros, which a server has to take like any other mask. */
    private void send(int opcode, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x80 | opcode);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else {
            frame.writeBytes(new byte[] {(byte) (0x80 | 126), (byte) (payload.length >> 8), (byte) payload.length});
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        socket.getOutputStream().write(frame.toByteArray());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
