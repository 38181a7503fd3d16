/**
 * Upload, list and search of documents.
 */
@NullMarked
package io.smartchat.web.knowledge;

import org.jspecify.annotations.NullMarked;
