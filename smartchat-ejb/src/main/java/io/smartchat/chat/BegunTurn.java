package io.smartchat.chat;

import java.util.List;
import java.util.UUID;

/**
 * A turn whose two messages are stored.
 *
 * @param repeated whether the client's id was seen before, so that the answer is already there or under way
 * @param memory earlier messages of the conversation, oldest first
 */
record BegunTurn(UUID questionId, UUID answerId, String question, boolean repeated, List<ChatMessageView> memory) {}
