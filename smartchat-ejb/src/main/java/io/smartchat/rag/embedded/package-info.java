/**
 * PassageIndex on Lucene, derived from the database; reached only through its port.
 */
@NullMarked
package io.smartchat.rag.embedded;

import org.jspecify.annotations.NullMarked;
