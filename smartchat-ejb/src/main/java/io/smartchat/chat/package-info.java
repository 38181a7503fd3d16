/**
 * Conversations and one turn: question, passages, prompt, model, answer. It knows no socket.
 */
@NullMarked
package io.smartchat.chat;

import org.jspecify.annotations.NullMarked;
