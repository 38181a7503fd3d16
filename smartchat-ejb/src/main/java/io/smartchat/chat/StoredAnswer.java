package io.smartchat.chat;

import io.smartchat.llm.Usage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer as the database has it. */
record StoredAnswer(
        UUID id,
        @Nullable UUID questionId,
        AnswerSoFar answer,
        MessageStatus status,
        List<SourceItem> sources,
        Usage usage,
        @Nullable String errorCode) {}
