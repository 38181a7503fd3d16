/**
 * Admin accounts, their sessions and how they sign in; later, who a visitor is.
 */
@NullMarked
package io.smartchat.identity;

import org.jspecify.annotations.NullMarked;
