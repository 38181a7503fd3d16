/**
 * What a tenant may use, and what it used today.
 */
@NullMarked
package io.smartchat.web.usage;

import org.jspecify.annotations.NullMarked;
