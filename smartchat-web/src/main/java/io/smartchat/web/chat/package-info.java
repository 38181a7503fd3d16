/**
 * The chat's WebSocket and its frames, a visitor's history, the owner's conversations.
 */
@NullMarked
package io.smartchat.web.chat;

import org.jspecify.annotations.NullMarked;
