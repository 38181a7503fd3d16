package io.smartchat.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.smartchat.platform.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/** The JWT of an admin session: HS256 with a key only this purpose has. */
@ApplicationScoped
class SessionTokens {

    private static final String PURPOSE = "admin-session";
    private static final String ISSUER = "smartchat";
    private static final int MAX_LENGTH = 8192;

    private final Secrets secrets;

    @Inject
    SessionTokens(Secrets secrets) {
        this.secrets = secrets;
    }

    protected SessionTokens() {
        this(null);
    }

    String issue(UUID sessionId, Administrator user, Instant issuedAt, Instant expiresAt) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(PURPOSE)
                .subject(user.id().toString())
                .jwtID(sessionId.toString())
                .claim("role", user.role().wireName())
                .issueTime(Date.from(issuedAt))
                .expirationTime(Date.from(expiresAt))
                .build();
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            jwt.sign(new MACSigner(secrets.signingKey(PURPOSE)));
        } catch (JOSEException e) {
            throw new IllegalStateException("The session token can't be signed", e);
        }
        return jwt.serialize();
    }

    /** The session a token names, if the token is ours and not over at {@code now}. */
    Optional<UUID> sessionOf(String token, Instant now) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            boolean ours = JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
                    && jwt.verify(new MACVerifier(secrets.signingKey(PURPOSE)));
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            boolean current = ours
                    && ISSUER.equals(claims.getIssuer())
                    && claims.getAudience().contains(PURPOSE)
                    && claims.getExpirationTime() != null
                    && now.isBefore(claims.getExpirationTime().toInstant());
            return current ? Optional.of(UUID.fromString(claims.getJWTID())) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String csrfToken(UUID sessionId) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.mac("admin-csrf", sessionId.toString()));
    }
}
