/**
 * Who calls: admin session and CSRF, API key and origin.
 */
@NullMarked
package io.smartchat.web.security;

import org.jspecify.annotations.NullMarked;
