package io.smartchat.rag.embedded;

import java.util.UUID;

/**
 * One entry of a tenant's log of changes.
 *
 * @param id grows in the order the changes were committed
 * @param stamp tells apart changes with the same id, one of them in a database since restored from a backup
 */
record Change(long id, UUID stamp) {}
