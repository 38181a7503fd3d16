/**
 * How a tenant's widget looks and on which sites it may run.
 */
@NullMarked
package io.smartchat.widget;

import org.jspecify.annotations.NullMarked;
