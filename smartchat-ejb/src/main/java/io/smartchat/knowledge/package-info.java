/**
 * Sources (uploaded files), their status, and the chunks made of them.
 */
@NullMarked
package io.smartchat.knowledge;

import org.jspecify.annotations.NullMarked;
