package io.smartchat.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A line that breaks: each connection carries as many bytes as its cut allows, to the byte, and is severed there. */
final class CuttingProxy implements AutoCloseable {

    private final int serverPort;
    private final Supplier<Cut> plan;
    private final ServerSocket listening;
    private final AtomicInteger cuts = new AtomicInteger();

    /** @param plan the cut of the next connection */
    CuttingProxy(int serverPort, Supplier<Cut> plan) {
        this.serverPort = serverPort;
        this.plan = plan;
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    /**
     * @param direction whose bytes are counted
     * @param bytes how many of them pass
     * @param reset by RST, else by FIN
     */
    record Cut(Direction direction, long bytes, boolean reset) {}

    enum Direction {
        TO_SERVER,
        TO_CLIENT
    }

    /** How many connections it has severed. */
    int cuts() {
        return cuts.get();
    }

    /** The same address, by way of this proxy. */
    URI through(String address) {
        return URI.create(address.replace(":" + serverPort + "/", ":" + listening.getLocalPort() + "/"));
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                daemon(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Line line = new Line(client, server, plan.get());
            Thread back = daemon(() -> line.carry(Direction.TO_CLIENT));
            line.carry(Direction.TO_SERVER);
            back.join();
        } catch (IOException refused) {
            // the client sees its connection closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Line {

        private final Socket client;
        private final Socket server;
        private final Cut cut;
        private volatile boolean severed;

        private Line(Socket client, Socket server, Cut cut) {
            this.client = client;
            this.server = server;
            this.cut = cut;
        }

        /** Ends when the sender has closed; what comes behind the cut is thrown away. */
        private void carry(Direction direction) {
            boolean toServer = direction == Direction.TO_SERVER;
            try {
                InputStream in = (toServer ? client : server).getInputStream();
                Socket receiver = toServer ? server : client;
                long left = direction == cut.direction ? cut.bytes : Long.MAX_VALUE;
                byte[] buffer = new byte[4096];
                int read = in.read(buffer);
                while (read >= 0) {
                    int passing = (int) Math.min(read, left);
                    left -= passing;
                    pass(receiver.getOutputStream(), buffer, passing);
                    if (left == 0 && !severed) {
                        sever();
                    }
                    read = in.read(buffer);
                }
                receiver.shutdownOutput();
            } catch (IOException severedOrGone) {
                abandon();
            }
        }

        private void pass(OutputStream out, byte[] buffer, int length) throws IOException {
            if (!severed) {
                out.write(buffer, 0, length);
            }
        }

        private void sever() throws IOException {
            severed = true;
            cuts.incrementAndGet();
            if (cut.reset) {
                client.setSoLinger(true, 0);
                server.setSoLinger(true, 0);
                client.close();
                server.close();
            } else {
                client.shutdownOutput();
                server.shutdownOutput();
            }
        }

        private void abandon() {
            try (client;
                    server) {
                severed = true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
        return thread;
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
