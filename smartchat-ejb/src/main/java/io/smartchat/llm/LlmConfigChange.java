package io.smartchat.llm;

import org.jspecify.annotations.Nullable;

/** Settings as they are once an update is applied. */
record LlmConfigChange(
        ModelSettings settings,
        boolean keyChanged,
        @Nullable String systemPrompt,
        Grounding grounding) {

    static LlmConfigChange of(
            ModelSettings before, @Nullable String systemPrompt, Grounding grounding, LlmConfigUpdate update) {
        String newKey = update.apiKey() == null ? "" : update.apiKey().strip();
        boolean keyChanged = !newKey.isEmpty() || update.clears("api_key");
        String key = newKey.isEmpty() ? null : newKey;
        ModelSettings settings = new ModelSettings(
                update.provider() == null
                        ? before.provider()
                        : LlmProvider.of(update.provider()).orElseThrow(),
                text(update, "base_url", update.baseUrl(), before.baseUrl()),
                keyChanged ? key : before.apiKey(),
                text(update, "model", update.model(), before.model()),
                update.clears("temperature") ? null : newer(update.temperature(), before.temperature()),
                update.clears("max_tokens") ? null : newer(update.maxTokens(), before.maxTokens()));
        return new LlmConfigChange(
                settings,
                keyChanged,
                text(update, "system_prompt", update.systemPrompt(), systemPrompt),
                update.grounding() == null
                        ? grounding
                        : Grounding.of(update.grounding()).orElseThrow());
    }

    private static @Nullable String text(
            LlmConfigUpdate update, String field, @Nullable String sent, @Nullable String before) {
        if (sent == null) {
            return update.clears(field) ? null : before;
        }
        String stripped = sent.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    private static <T> @Nullable T newer(@Nullable T sent, @Nullable T before) {
        return sent == null ? before : sent;
    }
}
