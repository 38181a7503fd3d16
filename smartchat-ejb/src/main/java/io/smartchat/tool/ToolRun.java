package io.smartchat.tool;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A call and what came of it.
 *
 * @param request as the model made it
 * @param label for the visitor; empty where no tool was found
 * @param text what the model is told, cleaned and cut
 * @param details what ran, for the site's owner
 * @param millis how long it took
 */
public record ToolRun(
        ToolExecutionRequest request,
        String label,
        ToolStatus status,
        String text,
        @Nullable Integer rowCount,
        JsonObject details,
        long millis) {

    /** The request as it may be shown to the model again: arguments that are no JSON would break the next request. */
    public ToolExecutionRequest requestForModel() {
        return ToolArguments.isObject(request.arguments())
                ? request
                : request.toBuilder().arguments("{}").build();
    }
}
