package io.smartchat.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.smartchat.it.ChatClient.Frame;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The frames of one answer. */
record Answer(List<Frame> frames) {

    String text() {
        return chunks().stream()
                .map(chunk -> chunk.json().path("content").asText())
                .collect(Collectors.joining());
    }

    List<Frame> chunks() {
        return frames.stream().filter(frame -> frame.is("chunk")).toList();
    }

    List<Integer> sequence() {
        return chunks().stream().map(chunk -> chunk.json().path("seq").asInt()).toList();
    }

    List<String> types() {
        return frames.stream()
                .map(frame -> frame.json().path("type").asText())
                .distinct()
                .toList();
    }

    /** {@code file} or {@code file:page} of each source. */
    List<String> sources() {
        return frames.stream()
                .filter(frame -> frame.is("sources"))
                .flatMap(
                        frame -> StreamSupport.stream(frame.json().path("items").spliterator(), false))
                .map(item -> item.path("filename").asText()
                        + (item.path("page").isInt() ? ":" + item.path("page").asInt() : ""))
                .toList();
    }

    /** {@code done} or {@code error}. */
    JsonNode end() {
        return frames.get(frames.size() - 1).json();
    }

    String status() {
        return end().path("status").asText();
    }

    String messageId() {
        return end().path("message_id").asText();
    }

    /** From the first chunk to the last. */
    Duration streamed() {
        List<Frame> chunks = chunks();
        return Duration.ofNanos(
                chunks.get(chunks.size() - 1).at() - chunks.get(0).at());
    }
}
