package io.smartchat.web.security;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.Instant;

/** The admin session's cookie: never readable by script, never sent from another site. */
public final class SessionCookie {

    static final String NAME = "smartchat_admin";
    private static final String PATH = "/api/admin";

    private SessionCookie() {}

    public static NewCookie set(String token, Instant expiresAt, boolean secure) {
        return cookie(token, (int) Duration.between(Instant.now(), expiresAt).toSeconds(), secure);
    }

    public static NewCookie clear(boolean secure) {
        return cookie("", 0, secure);
    }

    private static NewCookie cookie(String value, int maxAge, boolean secure) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path(PATH)
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
