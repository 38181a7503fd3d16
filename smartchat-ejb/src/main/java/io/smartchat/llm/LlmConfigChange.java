package io.smartchat.llm;

import org.jspecify.annotations.Nullable;

/** Settings as they are once an update is applied. */
record LlmConfigChange(
        ServerChange server,
        @Nullable ServerChange fallback,
        @Nullable String systemPrompt,
        @Nullable String noAnswerText,
        Grounding grounding) {

    static LlmConfigChange of(
            ModelSettings before, @Nullable ModelSettings fallbackBefore, StoredLlmConfig row, LlmConfigUpdate update) {
        ServerChange server = ServerChange.of(before, update);
        return new LlmConfigChange(
                server,
                ServerChange.ofFallback(fallbackBefore, server.settings(), update),
                update.text("system_prompt", update.systemPrompt(), row.systemPrompt()),
                update.text("no_answer_text", update.noAnswerText(), row.noAnswerText()),
                update.grounding() == null
                        ? row.grounding()
                        : Grounding.of(update.grounding()).orElseThrow());
    }
}
