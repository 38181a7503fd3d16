package io.smartchat.identity;

import io.smartchat.platform.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The one-time token that lets the first administrator in; kept as a MAC, gone once used. */
@ApplicationScoped
@Transactional
public class SetupToken {

    private static final String NAME = "setup_token";

    @PersistenceContext(unitName = "smartchat")
    private EntityManager entities;

    private final Secrets secrets;

    @Inject
    public SetupToken(Secrets secrets) {
        this.secrets = secrets;
    }

    protected SetupToken() {
        this(null);
    }

    /** Replaces any earlier token, so that only the link printed last works. */
    public String issue() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        revoke();
        entities.createNativeQuery("insert into setting (name, content) values (?1, ?2)")
                .setParameter(1, NAME)
                .setParameter(2, mac(token))
                .executeUpdate();
        return token;
    }

    /** Whether {@code token} was the current one; at most one caller ever gets true. */
    boolean consume(String token) {
        return entities.createNativeQuery("delete from setting where name = ?1 and content = ?2")
                        .setParameter(1, NAME)
                        .setParameter(2, mac(token))
                        .executeUpdate()
                == 1;
    }

    void revoke() {
        entities.createNativeQuery("delete from setting where name = ?1")
                .setParameter(1, NAME)
                .executeUpdate();
    }

    private String mac(String token) {
        return HexFormat.of().formatHex(secrets.mac(NAME, token));
    }
}
