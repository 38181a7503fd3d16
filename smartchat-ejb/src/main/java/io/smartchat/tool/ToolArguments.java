package io.smartchat.tool;

import dev.langchain4j.agent.tool.ToolSpecification;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call as a model wrote them.
 *
 * @param complaint what is wrong with them, in a sentence for the model; null if they fit
 */
record ToolArguments(JsonObject values, @Nullable String complaint) {

    static ToolArguments read(@Nullable String json, ToolSpecification specification) {
        JsonObject values;
        try {
            values = parse(json);
        } catch (JsonException e) {
            return wrong("The arguments are not a JSON object. Write them as one, such as "
                    + ToolSchema.example(specification.parameters()) + ".");
        }
        Optional<String> complaint = ToolSchema.complaint(values, specification.parameters());
        return complaint.map(ToolArguments::wrong).orElseGet(() -> new ToolArguments(values, null));
    }

    static boolean isObject(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return false;
        }
        try {
            parse(json);
            return true;
        } catch (JsonException e) {
            return false;
        }
    }

    private static ToolArguments wrong(String complaint) {
        return new ToolArguments(JsonValue.EMPTY_JSON_OBJECT, complaint);
    }

    /** Some servers leave empty arguments away altogether. */
    private static JsonObject parse(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw e;
        } catch (RuntimeException e) {
            // the parser's own limits, of depth for one, are no JsonException
            throw new JsonException("The text can't be read as JSON", e);
        }
    }
}
