/**
 * The embed script and the widget's settings.
 */
@NullMarked
package io.smartchat.web.widget;

import org.jspecify.annotations.NullMarked;
