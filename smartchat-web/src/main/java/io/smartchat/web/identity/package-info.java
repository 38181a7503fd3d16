/**
 * Set-up and sign-in of administrators; how a visitor may sign in.
 */
@NullMarked
package io.smartchat.web.identity;

import org.jspecify.annotations.NullMarked;
