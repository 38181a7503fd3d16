/**
 * Tenants and their API keys.
 */
@NullMarked
package io.smartchat.tenant;

import org.jspecify.annotations.NullMarked;
