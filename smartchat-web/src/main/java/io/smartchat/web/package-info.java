/**
 * The edge: what every resource needs, and a room for each feature under the feature's name.
 */
@NullMarked
package io.smartchat.web;

import org.jspecify.annotations.NullMarked;
