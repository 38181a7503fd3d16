package io.smartchat.llm;

import org.jspecify.annotations.Nullable;

/** A server's settings as they are once an update is applied, and whether its key is another than before. */
record ServerChange(ModelSettings settings, boolean keyChanged) {

    static ServerChange of(ModelSettings before, LlmConfigUpdate update) {
        Key key = Key.of(before.apiKey(), update.apiKey(), update.clears("api_key"));
        ModelSettings settings = new ModelSettings(
                update.provider() == null
                        ? before.provider()
                        : LlmProvider.of(update.provider()).orElseThrow(),
                update.text("base_url", update.baseUrl(), before.baseUrl()),
                key.value(),
                update.text("model", update.model(), before.model()),
                update.clears("temperature") ? null : newer(update.temperature(), before.temperature()),
                update.clears("max_tokens") ? null : newer(update.maxTokens(), before.maxTokens()));
        return new ServerChange(settings, key.changed());
    }

    /**
     * @param before null where there was no fallback
     * @param primary gives temperature and length
     * @return null where there is none any more
     */
    static @Nullable ServerChange ofFallback(
            @Nullable ModelSettings before, ModelSettings primary, LlmConfigUpdate update) {
        FallbackUpdate sent = update.fallback();
        String provider = update.text(
                "fallback_provider",
                sent.provider(),
                before == null ? null : before.provider().wireName());
        if (provider == null) {
            return null;
        }
        Key key = Key.of(before == null ? null : before.apiKey(), sent.apiKey(), update.clears("fallback_api_key"));
        ModelSettings settings = new ModelSettings(
                LlmProvider.of(provider).orElseThrow(),
                update.text("fallback_base_url", sent.baseUrl(), before == null ? null : before.baseUrl()),
                key.value(),
                update.text("fallback_model", sent.model(), before == null ? null : before.model()),
                primary.temperature(),
                primary.maxTokens());
        return new ServerChange(settings, key.changed());
    }

    private record Key(@Nullable String value, boolean changed) {

        static Key of(@Nullable String before, @Nullable String sent, boolean cleared) {
            String fresh = sent == null ? "" : sent.strip();
            boolean changed = !fresh.isEmpty() || cleared;
            return new Key(changed ? (fresh.isEmpty() ? null : fresh) : before, changed);
        }
    }

    private static <T> @Nullable T newer(@Nullable T sent, @Nullable T before) {
        return sent == null ? before : sent;
    }
}
