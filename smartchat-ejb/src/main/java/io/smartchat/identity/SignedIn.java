package io.smartchat.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A live admin session.
 *
 * @param csrfToken what a browser must send with each write, beside its cookie
 */
public record SignedIn(UUID sessionId, Administrator user, String csrfToken, Instant expiresAt) {}
