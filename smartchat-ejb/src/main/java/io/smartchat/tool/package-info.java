/**
 * What a model may have looked up: the port features put tools behind, and one round of calls with its limits.
 */
@NullMarked
package io.smartchat.tool;

import org.jspecify.annotations.NullMarked;
