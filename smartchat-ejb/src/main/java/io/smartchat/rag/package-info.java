/**
 * From a question to the passages that answer it: the PassageIndex port, the analyzer, the fusion.
 */
@NullMarked
package io.smartchat.rag;

import org.jspecify.annotations.NullMarked;
