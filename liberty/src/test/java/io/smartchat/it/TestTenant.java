package io.smartchat.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A site of its own for each suite, so that suites on one server don't meet. */
record TestTenant(AdminApi admin, String id, String apiKey) {

    /** A path of the admin API, for this tenant. */
    String at(String path) {
        return path + (path.contains("?") ? "&" : "?") + "tenant_id=" + id;
    }

    /** Uploads, and gives the source's id. */
    String upload(TestFile file) {
        return admin.sendFiles("POST", at("knowledge/upload"), file)
                .expect(202)
                .json()
                .path("id")
                .asText();
    }

    List<JsonNode> sources() {
        return admin.all(at("knowledge?limit=200"), "sources");
    }

    JsonNode source(String sourceId) {
        return admin.get(at("knowledge/" + sourceId)).expect(200).json();
    }

    /** Uploads and waits until the file can be asked about. */
    String uploadReady(TestFile file) {
        String id = upload(file);
        admin.awaitIngestion(this);
        JsonNode source = source(id);
        if (!source.path("status").asText().equals("ready")) {
            throw new AssertionError(source.toString());
        }
        return id;
    }

    List<JsonNode> chunks(String sourceId) {
        return admin.all(at("knowledge/" + sourceId + "/chunks?limit=200"), "chunks");
    }

    JsonNode configureModel(Object... fields) {
        return admin.put(at("llm/config"), fields).expect(200).json();
    }

    JsonNode configureWidget(Object... fields) {
        return admin.put(at("widget/config"), fields).expect(200).json();
    }
}
