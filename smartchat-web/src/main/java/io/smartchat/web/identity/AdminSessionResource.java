package io.smartchat.web.identity;

import io.smartchat.identity.AdminService;
import io.smartchat.identity.NewSession;
import io.smartchat.identity.SignedIn;
import io.smartchat.web.Bodies;
import io.smartchat.web.security.AdminContext;
import io.smartchat.web.security.CallerNetwork;
import io.smartchat.web.security.SessionCookie;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sign in, who am I, sign out. */
@Path("admin/session")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AdminSessionResource {

    public record Credentials(
            @Nullable String email, @Nullable String password) {}

    public record User(UUID id, String email, String role) {
        static User from(SignedIn session) {
            return new User(
                    session.user().id(),
                    session.user().email(),
                    session.user().role().wireName());
        }
    }

    public record Opened(String token, String csrfToken, Instant expiresAt, User user) {}

    public record Current(String csrfToken, Instant expiresAt, User user) {}

    @Inject
    private AdminService admins;

    @Inject
    private AdminContext admin;

    @Inject
    private HttpServletRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    public Response signIn(@Nullable Credentials body) {
        Credentials credentials = Bodies.required(body);
        NewSession opened = admins.signIn(credentials.email(), credentials.password(), CallerNetwork.of(request));
        SignedIn session = opened.session();
        return Response.ok(new Opened(opened.token(), session.csrfToken(), session.expiresAt(), User.from(session)))
                .cookie(SessionCookie.set(opened.token(), session.expiresAt(), request.isSecure()))
                .build();
    }

    @GET
    public Current whoAmI() {
        SignedIn session = admin.session();
        return new Current(session.csrfToken(), session.expiresAt(), User.from(session));
    }

    @DELETE
    public Response signOut() {
        admins.signOut(admin.session().sessionId());
        return Response.noContent()
                .cookie(SessionCookie.clear(request.isSecure()))
                .build();
    }
}
