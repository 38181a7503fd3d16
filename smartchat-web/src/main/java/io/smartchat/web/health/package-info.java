/**
 * What the probes of MicroProfile Health ask.
 */
@NullMarked
package io.smartchat.web.health;

import org.jspecify.annotations.NullMarked;
