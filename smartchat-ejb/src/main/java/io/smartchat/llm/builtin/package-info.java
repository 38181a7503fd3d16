/**
 * The built-in answerer: quotes the sentences of the passages that answer a question, and cites them. No language model.
 */
@NullMarked
package io.smartchat.llm.builtin;

import org.jspecify.annotations.NullMarked;
