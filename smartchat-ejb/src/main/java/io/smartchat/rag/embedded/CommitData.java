package io.smartchat.rag.embedded;

import io.smartchat.llm.EmbeddingProfile;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What each commit of an index says about itself: how it was made, and up to which change. */
final class CommitData {

    /** To be raised when documents or their analysis change, so that every index is made anew. */
    private static final int VERSION = 1;

    private static final String FORMAT = "format";
    private static final String CHANGE = "change";
    private static final String STAMP = "stamp";

    private final String format;

    CommitData(EmbeddingProfile profile) {
        this.format = "%d, model %d of %d dimensions".formatted(VERSION, profile.id(), profile.dimension());
    }

    Map<String, String> of(Change change) {
        return Map.of(
                FORMAT,
                format,
                CHANGE,
                Long.toString(change.id()),
                STAMP,
                change.stamp().toString());
    }

    /** The change in {@code data}; empty if it is missing or the format is not ours. */
    Optional<Change> change(Map<String, String> data) {
        return format.equals(data.get(FORMAT))
                ? Optional.of(new Change(Long.parseLong(data.get(CHANGE)), UUID.fromString(data.get(STAMP))))
                : Optional.empty();
    }
}
