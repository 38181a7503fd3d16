/**
 * Tenants and their API keys.
 */
@NullMarked
package io.smartchat.web.tenant;

import org.jspecify.annotations.NullMarked;
