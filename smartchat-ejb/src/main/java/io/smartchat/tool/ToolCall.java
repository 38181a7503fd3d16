package io.smartchat.tool;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * One call of a tool. Whoever no longer wants its result cancels it; the thread is not interrupted, since an interrupt in
 * the middle of a file's read would close the embedded database.
 */
public final class ToolCall {

    private final JsonObject arguments;
    private final List<Runnable> whenCancelled = new ArrayList<>();
    private boolean cancelled;

    public ToolCall(JsonObject arguments) {
        this.arguments = arguments;
    }

    /** As the tool's schema has them. */
    public JsonObject arguments() {
        return arguments;
    }

    /** Has {@code action} end the work, such as a running statement; at once if the call is cancelled already. */
    public void onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                whenCancelled.add(action);
                return;
            }
        }
        action.run();
    }

    public synchronized boolean cancelled() {
        return cancelled;
    }

    void cancel() {
        List<Runnable> actions;
        synchronized (this) {
            cancelled = true;
            actions = List.copyOf(whenCancelled);
            whenCancelled.clear();
        }
        actions.forEach(Runnable::run);
    }
}
