package io.smartchat.knowledge.ingest;

import io.smartchat.knowledge.SourceType;
import io.smartchat.tenant.TenantId;
import java.util.UUID;

/**
 * The right to work on a source, until the lease ends or the source is changed.
 *
 * @param owner who holds the lease; another one for every claim
 * @param starts how often work on it has begun, this time included
 * @param attempts how often it ended in a passing fault
 */
record Claim(TenantId tenant, UUID sourceId, SourceType type, String owner, int starts, int attempts) {}
