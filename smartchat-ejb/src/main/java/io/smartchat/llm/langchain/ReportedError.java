package io.smartchat.llm.langchain;

import com.fasterxml.jackson.databind.JsonNode;

/** A failure that a server reports inside its stream: an event with a member {@code error}, wherever in it that stands. */
final class ReportedError {

    private ReportedError() {}

    static boolean in(String event) {
        // a text that quotes the word has its quotation marks escaped
        return event.contains("\"error\"")
                && ModelJson.object(event)
                        .map(object -> object.get("error"))
                        .filter(ReportedError::says)
                        .isPresent();
    }

    private static boolean says(JsonNode error) {
        return error.isContainerNode()
                ? !error.isEmpty()
                : error.asBoolean() || !error.asText("").isBlank();
    }
}
