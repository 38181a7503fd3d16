/**
 * What a tenant uses, day by day, and how much of it: limits that hold before any model is asked.
 */
@NullMarked
package io.smartchat.usage;

import org.jspecify.annotations.NullMarked;
