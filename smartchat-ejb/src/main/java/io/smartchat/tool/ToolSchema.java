package io.smartchat.tool;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether values fit a tool's schema. Kinds of schema it does not know are left to the tool. */
final class ToolSchema {

    private ToolSchema() {}

    /** What is wrong first, with the name of the field and what belongs there. */
    static Optional<String> complaint(JsonObject values, @Nullable JsonObjectSchema schema) {
        return schema == null ? Optional.empty() : objectComplaint("", values, schema);
    }

    /** How arguments may look, to show a model. */
    static String example(@Nullable JsonObjectSchema schema) {
        return schema == null
                ? "{}"
                : schema.properties().keySet().stream()
                        .map(name -> "\"" + name + "\": …")
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private static Optional<String> objectComplaint(String path, JsonObject values, JsonObjectSchema schema) {
        Map<String, JsonSchemaElement> fields = schema.properties();
        if (schema.required() != null) {
            for (String name : schema.required()) {
                if (!values.containsKey(name) || values.get(name) == JsonValue.NULL) {
                    return Optional.of(
                            "The field " + path + name + " is missing: give " + kind(fields.get(name)) + ".");
                }
            }
        }
        for (Map.Entry<String, JsonValue> field : values.entrySet()) {
            JsonSchemaElement expected = fields.get(field.getKey());
            if (expected == null) {
                if (Boolean.FALSE.equals(schema.additionalProperties())) {
                    return Optional.of("There is no field of that name. The fields are: " + path
                            + String.join(", " + path, fields.keySet()) + ".");
                }
            } else if (field.getValue() != JsonValue.NULL) {
                Optional<String> complaint = valueComplaint(path + field.getKey(), field.getValue(), expected);
                if (complaint.isPresent()) {
                    return complaint;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> valueComplaint(String path, JsonValue value, JsonSchemaElement expected) {
        if (expected instanceof JsonObjectSchema schema && value instanceof JsonObject nested) {
            return objectComplaint(path + ".", nested, schema);
        }
        if (expected instanceof JsonArraySchema schema && value instanceof JsonArray array && schema.items() != null) {
            return array.stream()
                    .map(item -> valueComplaint(path + "[]", item, schema.items()))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return fits(value, expected)
                ? Optional.empty()
                : Optional.of("The field " + path + " does not fit: give " + kind(expected) + ".");
    }

    private static boolean fits(JsonValue value, JsonSchemaElement expected) {
        if (expected instanceof JsonStringSchema) {
            return value instanceof JsonString;
        } else if (expected instanceof JsonEnumSchema schema) {
            return value instanceof JsonString text && schema.enumValues().contains(text.getString());
        } else if (expected instanceof JsonIntegerSchema) {
            return value instanceof JsonNumber number && isWhole(number);
        } else if (expected instanceof JsonNumberSchema) {
            return value instanceof JsonNumber;
        } else if (expected instanceof JsonBooleanSchema) {
            return value == JsonValue.TRUE || value == JsonValue.FALSE;
        } else if (expected instanceof JsonArraySchema) {
            return value instanceof JsonArray;
        } else if (expected instanceof JsonObjectSchema) {
            return value instanceof JsonObject;
        }
        return true;
    }

    /** Without making the number whole, which for {@code 1e999999999} would fill the memory. */
    private static boolean isWhole(JsonNumber number) {
        return number.bigDecimalValue().scale() <= 0
                || number.bigDecimalValue().stripTrailingZeros().scale() <= 0;
    }

    private static String kind(@Nullable JsonSchemaElement expected) {
        if (expected instanceof JsonStringSchema) {
            return "a text";
        } else if (expected instanceof JsonEnumSchema schema) {
            return "one of " + String.join(", ", schema.enumValues());
        } else if (expected instanceof JsonIntegerSchema) {
            return "a whole number";
        } else if (expected instanceof JsonNumberSchema) {
            return "a number";
        } else if (expected instanceof JsonBooleanSchema) {
            return "true or false";
        } else if (expected instanceof JsonArraySchema) {
            return "a list";
        } else if (expected instanceof JsonObjectSchema schema) {
            return "an object with " + String.join(", ", schema.properties().keySet());
        }
        return "a value";
    }
}
