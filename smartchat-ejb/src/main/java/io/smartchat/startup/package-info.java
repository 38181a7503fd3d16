/**
 * Migrations and the first start. It sees every feature; no feature sees it.
 */
@NullMarked
package io.smartchat.startup;

import org.jspecify.annotations.NullMarked;
