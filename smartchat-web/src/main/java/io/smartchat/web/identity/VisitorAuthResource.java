package io.smartchat.web.identity;

import io.smartchat.web.security.HostPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What the widget must know about signing visitors in. Visitors are anonymous until the identity capability is there. */
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class VisitorAuthResource {

    public record AuthConfig(String authMode, boolean requiresLogin) {}

    @Inject
    private HostPage hostPage;

    @GET
    @Path("config/{api_key}")
    public AuthConfig config(@PathParam("api_key") String apiKey) {
        hostPage.tenantAt(apiKey);
        return new AuthConfig("none", false);
    }
}
