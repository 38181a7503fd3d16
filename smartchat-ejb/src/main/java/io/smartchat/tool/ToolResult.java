package io.smartchat.tool;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What a tool found.
 *
 * @param status DONE, REFUSED or FAILED
 * @param text for the model, as data; where nothing was found or done, a sentence that says why
 * @param rowCount how many rows were found, null where it finds no rows
 * @param details what ran, such as a statement, for the site's owner
 */
public record ToolResult(
        ToolStatus status, String text, @Nullable Integer rowCount, JsonObject details) {

    public ToolResult {
        if (status == ToolStatus.RUNNING || status == ToolStatus.MALFORMED) {
            throw new IllegalArgumentException("a tool that ran is not " + status);
        }
    }

    public static ToolResult done(String text, @Nullable Integer rowCount, JsonObject details) {
        return new ToolResult(ToolStatus.DONE, text, rowCount, details);
    }

    /** @param reason a sentence the model may pass on to the visitor */
    public static ToolResult refused(String reason, JsonObject details) {
        return new ToolResult(ToolStatus.REFUSED, reason, null, details);
    }

    /** @param reason a sentence the model may pass on to the visitor */
    public static ToolResult failed(String reason) {
        return new ToolResult(ToolStatus.FAILED, reason, null, JsonValue.EMPTY_JSON_OBJECT);
    }
}
