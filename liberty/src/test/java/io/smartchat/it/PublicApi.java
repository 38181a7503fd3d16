package io.smartchat.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;

/** What a visitor's page calls. */
record PublicApi(Http http, String apiKey) {

    Reply historyReply(String sessionId) {
        return Http.send(keyed("/api/chat/history/" + sessionId).GET());
    }

    /** The messages of a session, oldest first. */
    List<JsonNode> history(String sessionId) {
        List<JsonNode> messages = new ArrayList<>();
        historyReply(sessionId).expect(200).json().path("messages").forEach(messages::add);
        return messages;
    }

    Reply rate(String messageId, Object... fields) {
        return Http.send(
                Http.withJson(keyed("/api/chat/messages/" + messageId + "/feedback"), "POST", Json.object(fields)));
    }

    /** @param origin null for none */
    Reply widgetConfig(String origin) {
        HttpRequest.Builder request = http.request("/api/widget/config/" + apiKey);
        return Http.send(origin == null ? request : request.header("Origin", origin));
    }

    Reply authConfig() {
        return http.get("/api/auth/config/" + apiKey);
    }

    private HttpRequest.Builder keyed(String path) {
        return http.request(path).header("X-API-Key", apiKey);
    }
}
