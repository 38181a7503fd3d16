/**
 * The shared kernel: errors, secrets, outbound policy, clock, ids. It knows no feature.
 */
@NullMarked
package io.smartchat.platform;

import org.jspecify.annotations.NullMarked;
