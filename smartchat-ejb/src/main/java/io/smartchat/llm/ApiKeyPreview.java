package io.smartchat.llm;

import org.jspecify.annotations.Nullable;

/** Enough of a key to recognise it by, not enough to use it. */
final class ApiKeyPreview {

    private static final int SHORTEST_SHOWN = 12;

    private ApiKeyPreview() {}

    static @Nullable String of(@Nullable String key) {
        if (key == null) {
            return null;
        }
        return key.length() < SHORTEST_SHOWN ? "..." : key.substring(0, 3) + "..." + key.substring(key.length() - 4);
    }
}
