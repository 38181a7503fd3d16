package io.smartchat.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;

/** What the build prepared for the tests, and free ports. */
final class Build {

    private Build() {}

    static Path liberty() {
        return property("smartchat.wlp");
    }

    static Path userDirectory() {
        return property("smartchat.usr");
    }

    /** The folder of one server, database or model server; it is kept for whoever looks into a failed run. */
    static Path workFolder(String name) {
        return property("smartchat.target").resolve("it").resolve(name);
    }

    static Path module() {
        return property("smartchat.target").getParent();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: run these tests with ./mvnw verify");
        }
        return Path.of(value);
    }
}
