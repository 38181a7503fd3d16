/**
 * Per-tenant model configuration, the providers behind one port, and the in-process embedding model.
 */
@NullMarked
package io.smartchat.llm;

import org.jspecify.annotations.NullMarked;
