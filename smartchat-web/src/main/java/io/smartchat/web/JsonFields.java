package io.smartchat.web;

import io.smartchat.platform.SmartChatException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a body in which a missing field and a null one mean different things. */
public record JsonFields(JsonObject json) {

    public @Nullable String text(String name) {
        JsonValue value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw SmartChatException.invalid(name, "Send text here.");
    }

    public @Nullable Double number(String name) {
        JsonValue value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonNumber number) {
            return number.doubleValue();
        }
        throw SmartChatException.invalid(name, "Send a number here.");
    }

    public @Nullable Integer integer(String name) {
        JsonValue value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonNumber number && number.isIntegral() && Math.abs(number.doubleValue()) < 1e9) {
            return number.intValue();
        }
        throw SmartChatException.invalid(name, "Send a whole number here.");
    }

    /** A whole number beyond what an {@code int} holds. */
    public @Nullable Long bigInteger(String name) {
        JsonValue value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonNumber number && number.isIntegral() && Math.abs(number.doubleValue()) < 1e15) {
            return number.longValue();
        }
        throw SmartChatException.invalid(name, "Send a whole number here.");
    }

    public Set<String> nulls() {
        return json.entrySet().stream()
                .filter(entry -> entry.getValue() == JsonValue.NULL)
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private @Nullable JsonValue value(String name) {
        JsonValue value = json.get(name);
        return value == JsonValue.NULL ? null : value;
    }
}
