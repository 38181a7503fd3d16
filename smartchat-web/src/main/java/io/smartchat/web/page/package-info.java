/**
 * Pages that are not the admin panel, and the headers of all pages.
 */
@NullMarked
package io.smartchat.web.page;

import org.jspecify.annotations.NullMarked;
