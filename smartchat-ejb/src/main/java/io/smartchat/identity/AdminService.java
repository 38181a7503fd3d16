package io.smartchat.identity;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Admin accounts and their sessions. */
@ApplicationScoped
@Transactional
public class AdminService {

    private static final Duration SESSION_LENGTH = Duration.ofHours(12);
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,250}");

    @PersistenceContext(unitName = "smartchat")
    private EntityManager entities;

    private final SetupToken setupToken;
    private final SessionTokens tokens;
    private final SignInThrottle throttle;
    private final Clock clock;

    @Inject
    public AdminService(SetupToken setupToken, SessionTokens tokens, SignInThrottle throttle, Clock clock) {
        this.setupToken = setupToken;
        this.tokens = tokens;
        this.throttle = throttle;
        this.clock = clock;
    }

    protected AdminService() {
        this(null, null, null, Clock.systemUTC());
    }

    public boolean hasAdministrator() {
        return entities.createQuery("select count(u) from AdminUser u", Long.class)
                        .getSingleResult()
                > 0;
    }

    /** Makes the first account; works once, with the token the server printed. */
    public Administrator setup(String token, String email, String password, String address) {
        throttle.countTry("setup", address);
        String checkedEmail = checkedEmail(email);
        Passwords.requireGood(password);
        if (hasAdministrator()) {
            throw new SmartChatException(ErrorCode.CONFLICT, "SmartChat is set up already. Please sign in.");
        }
        if (token == null || !setupToken.consume(token)) {
            throw new SmartChatException(
                    ErrorCode.FORBIDDEN, "This set-up link is not valid. Use the one the server printed last.");
        }
        throttle.forget("setup");
        return create(checkedEmail, password, Role.OWNER);
    }

    /** Makes the first account from the operator's environment. */
    public void setupFromEnvironment(String email, String password) {
        String checkedEmail = checkedEmail(email);
        Passwords.requireGood(password);
        setupToken.revoke();
        create(checkedEmail, password, Role.OWNER);
    }

    private Administrator create(String email, String password, Role role) {
        AdminUser user = new AdminUser(email, Passwords.hash(password), role, clock.instant());
        entities.persist(user);
        return user.view();
    }

    public NewSession signIn(String email, String password, String address) {
        String account = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        throttle.countTry(account, address);
        String given = password == null ? "" : password;
        Optional<AdminUser> user = byEmail(account);
        boolean right = user.map(found -> Passwords.matches(given, found.passwordHash()))
                .orElseGet(() -> Passwords.matchesNothing(given));
        if (!right) {
            throw new SmartChatException(ErrorCode.UNAUTHENTICATED, "The e-mail address or the password is not right.");
        }
        throttle.forget(account);
        return open(user.orElseThrow());
    }

    private NewSession open(AdminUser user) {
        Instant now = clock.instant();
        entities.createQuery("delete from AdminSession s where s.expiresAt < :now")
                .setParameter("now", now)
                .executeUpdate();
        AdminSession session = new AdminSession(user.id(), now, now.plus(SESSION_LENGTH));
        entities.persist(session);
        String token = tokens.issue(session.id(), user.view(), now, session.expiresAt());
        return new NewSession(token, signedIn(session, user));
    }

    /** Who a token proves, if its session lives. */
    public Optional<SignedIn> byToken(String token) {
        Instant now = clock.instant();
        return tokens.sessionOf(token, now)
                .map(id -> entities.find(AdminSession.class, id))
                .filter(session -> now.isBefore(session.expiresAt()))
                .map(session -> signedIn(session, entities.find(AdminUser.class, session.userId())));
    }

    public void signOut(UUID sessionId) {
        entities.createQuery("delete from AdminSession s where s.id = :id")
                .setParameter("id", sessionId)
                .executeUpdate();
    }

    private SignedIn signedIn(AdminSession session, AdminUser user) {
        return new SignedIn(session.id(), user.view(), tokens.csrfToken(session.id()), session.expiresAt());
    }

    private Optional<AdminUser> byEmail(String email) {
        return entities.createQuery("select u from AdminUser u where u.email = :email", AdminUser.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst();
    }

    private static String checkedEmail(String email) {
        String lower = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        if (!EMAIL.matcher(lower).matches()) {
            throw SmartChatException.invalid("email", "Enter an e-mail address, such as you@example.com.");
        }
        return lower;
    }
}
