package io.smartchat.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;

/**
 * A visitor on a bad line, who comes back and goes on where the line broke, as the protocol says. Keeps what was delivered,
 * and fails at once over a chunk that is missing, doubled or another answer's.
 */
final class PatientVisitor {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String apiKey;
    private final String question;
    private final String sessionId;
    private final StringBuilder delivered = new StringBuilder();
    private volatile String messageId;
    private volatile int lastSeq;
    private volatile JsonNode end;

    PatientVisitor(String apiKey, String question) {
        this(apiKey, question, ChatClient.newSession());
    }

    private PatientVisitor(String apiKey, String question, String sessionId) {
        this.apiKey = apiKey;
        this.question = question;
        this.sessionId = sessionId;
    }

    /** The same visitor with a page that knows the answer's id and has seen nothing of it yet. */
    PatientVisitor afresh() {
        PatientVisitor again = new PatientVisitor(apiKey, question, sessionId);
        again.messageId = messageId;
        return again;
    }

    /** Asks, or resumes what was acknowledged, and listens until the answer ends or the line breaks. */
    void listen(URI address) {
        try (PlainWebSocket socket = new PlainWebSocket(address, PATIENCE)) {
            socket.send(messageId == null ? message() : resume());
            while (end == null) {
                take(Json.parse(socket.receive()));
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("No frame for " + PATIENCE + " in session " + sessionId, e);
        } catch (IOException cut) {
            // who calls comes back or does not
        }
    }

    private void take(JsonNode frame) {
        switch (frame.path("type").asText()) {
            case "start" -> {
                String id = frame.path("message_id").asText();
                check(messageId == null || messageId.equals(id), "one answer to one question", frame);
                messageId = id;
            }
            case "chunk" -> {
                check(frame.path("message_id").asText().equals(messageId), "this answer's chunk", frame);
                check(frame.path("seq").asInt() == lastSeq + 1, "chunk " + (lastSeq + 1), frame);
                delivered.append(frame.path("content").asText());
                lastSeq++;
            }
            case "done", "error" -> end = frame;
            default -> {
                // sources and tools are not what this is about
            }
        }
    }

    private void check(boolean holds, String expected, JsonNode frame) {
        if (!holds) {
            throw new AssertionError("Expected " + expected + " in session " + sessionId + ", but came " + frame);
        }
    }

    private String message() {
        return Json.object("message", question, "api_key", apiKey, "client_message_id", "the-only-one");
    }

    private String resume() {
        return Json.object("type", "resume", "api_key", apiKey, "message_id", messageId, "after", lastSeq);
    }

    String sessionId() {
        return sessionId;
    }

    String question() {
        return question;
    }

    /** Null until the server has acknowledged the question by {@code start}. */
    String messageId() {
        return messageId;
    }

    String delivered() {
        return delivered.toString();
    }

    int lastSeq() {
        return lastSeq;
    }

    /** {@code done} or {@code error}, null before it came. */
    JsonNode end() {
        return end;
    }
}
