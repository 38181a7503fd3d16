/**
 * A tenant's model settings.
 */
@NullMarked
package io.smartchat.web.llm;

import org.jspecify.annotations.NullMarked;
