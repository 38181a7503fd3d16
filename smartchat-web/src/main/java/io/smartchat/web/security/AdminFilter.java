package io.smartchat.web.security;

import io.smartchat.identity.AdminService;
import io.smartchat.identity.SignedIn;
import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;

/**
 * Lets nobody into the admin resources without a live session, and no browser write without its CSRF token. What is open
 * to all says so by {@link PermitAll}.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AdminFilter implements ContainerRequestFilter {

    static final String CSRF_HEADER = "X-CSRF-Token";
    private static final String BEARER = "Bearer ";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private AdminService admins;

    @Inject
    private AdminContext admin;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!isGuarded()) {
            return;
        }
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.startsWith(BEARER)) {
            admin.begin(signedIn(authorization.substring(BEARER.length())), request.getUriInfo());
            return;
        }
        Cookie cookie = request.getCookies().get(SessionCookie.NAME);
        SignedIn session = signedIn(cookie == null ? "" : cookie.getValue());
        if (!SAFE.contains(request.getMethod()) && !csrfMatches(session, request.getHeaderString(CSRF_HEADER))) {
            throw new SmartChatException(
                    ErrorCode.CSRF, "This change came without its security token. Reload the page and try again.");
        }
        admin.begin(session, request.getUriInfo());
    }

    /** Goes by the resource that will answer, not by the path: {@code /api/admin;x/tenants} reaches it too. */
    private boolean isGuarded() {
        Path path = resource.getResourceClass().getAnnotation(Path.class);
        if (path == null) {
            throw new IllegalStateException("a resource without a path: " + resource.getResourceClass());
        }
        boolean admin = path.value().equals("admin") || path.value().startsWith("admin/");
        return admin && !resource.getResourceMethod().isAnnotationPresent(PermitAll.class);
    }

    private SignedIn signedIn(String token) {
        return admins.byToken(token)
                .orElseThrow(() -> new SmartChatException(ErrorCode.UNAUTHENTICATED, "Please sign in."));
    }

    private static boolean csrfMatches(SignedIn session, String header) {
        return header != null
                && MessageDigest.isEqual(
                        header.getBytes(StandardCharsets.UTF_8),
                        session.csrfToken().getBytes(StandardCharsets.UTF_8));
    }
}
