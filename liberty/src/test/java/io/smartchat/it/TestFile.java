package io.smartchat.it;

import java.nio.charset.StandardCharsets;

/** A file to upload. */
record TestFile(String name, String mediaType, byte[] content) {

    static TestFile text(String name, String content) {
        return new TestFile(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    static TestFile csv(String name, String content) {
        return new TestFile(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    static TestFile pdf(String name, byte[] content) {
        return new TestFile(name, "application/pdf", content);
    }
}
