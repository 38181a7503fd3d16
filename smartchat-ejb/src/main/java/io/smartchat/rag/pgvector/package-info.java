/**
 * PassageIndex on PostgreSQL with pgvector and a posting table; reached only through its port.
 */
@NullMarked
package io.smartchat.rag.pgvector;

import org.jspecify.annotations.NullMarked;
