package io.smartchat.web.identity;

import io.smartchat.identity.AdminService;
import io.smartchat.identity.Administrator;
import io.smartchat.web.Bodies;
import io.smartchat.web.security.CallerNetwork;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the first account, once, with the token the server printed. */
@Path("admin/setup")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AdminSetupResource {

    public record Setup(
            @Nullable String setupToken,
            @Nullable String email,
            @Nullable String password) {}

    public record Created(UUID id, String email, String role) {}

    @Inject
    private AdminService admins;

    @Inject
    private HttpServletRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    public Response setup(@Nullable Setup body) {
        Setup setup = Bodies.required(body);
        Administrator owner =
                admins.setup(setup.setupToken(), setup.email(), setup.password(), CallerNetwork.of(request));
        return Response.status(Response.Status.CREATED)
                .entity(new Created(owner.id(), owner.email(), owner.role().wireName()))
                .build();
    }
}
