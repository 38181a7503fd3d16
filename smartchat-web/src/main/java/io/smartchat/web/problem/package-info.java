/**
 * Errors as problem+json.
 */
@NullMarked
package io.smartchat.web.problem;

import org.jspecify.annotations.NullMarked;
