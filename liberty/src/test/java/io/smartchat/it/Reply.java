package io.smartchat.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What came back. */
record Reply(HttpResponse<byte[]> response) {

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    byte[] bytes() {
        return response.body();
    }

    String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return Json.parse(text());
    }

    /** A problem's code, empty if there is none. */
    String code() {
        return header("Content-Type").startsWith("application/problem+json")
                ? json().path("code").asText()
                : "";
    }

    /** This reply, if it has the status. */
    Reply expect(int status) {
        if (status() != status) {
            throw new AssertionError(response.request().method() + " " + response.uri() + " gave " + this + " where "
                    + status + " was expected");
        }
        return this;
    }

    @Override
    public String toString() {
        return status() + " " + text();
    }
}
