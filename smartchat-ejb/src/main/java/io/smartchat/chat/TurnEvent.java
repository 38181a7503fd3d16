package io.smartchat.chat;

import io.smartchat.llm.Usage;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tool.ToolStatus;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens in a turn, in the order a visitor sees it. */
public sealed interface TurnEvent {

    UUID messageId();

    record Started(UUID messageId, UUID userMessageId, String sessionId) implements TurnEvent {}

    /** @param seq 1, 2, 3 … without gaps */
    record Chunk(UUID messageId, int seq, String content) implements TurnEvent {}

    /**
     * A tool is being asked, or was.
     *
     * @param label what is looked up, for the visitor
     * @param rowCount how many rows were found, null where that says nothing
     */
    record ToolUsed(
            UUID messageId,
            String name,
            String label,
            ToolStatus status,
            @Nullable Integer rowCount) implements TurnEvent {}

    record Sources(UUID messageId, List<SourceItem> items) implements TurnEvent {}

    /** @param seq of the last chunk, 0 if there was none */
    record Done(UUID messageId, int seq, MessageStatus status, Usage usage) implements TurnEvent {}

    record Failed(UUID messageId, SmartChatException error) implements TurnEvent {}
}
