package io.smartchat.it;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Lets a test in the browser kill the server and start it again: a POST that is answered once it is back. */
final class BrowserRestart implements AutoCloseable {

    private final HttpServer http;

    BrowserRestart(SmartChatServer server) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/restart", exchange -> {
            try (exchange) {
                server.kill();
                server.start();
                exchange.sendResponseHeaders(204, -1);
            }
        });
        http.start();
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/restart";
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
