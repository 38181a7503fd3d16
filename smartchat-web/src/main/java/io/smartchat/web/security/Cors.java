package io.smartchat.web.security;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * CORS for the public API. A preflight carries no key, so it is answered for any site and reveals nothing; the call itself
 * gets its header only once {@link HostPage} has found the origin allowed.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 1)
public class Cors implements ContainerRequestFilter, ContainerResponseFilter {

    static final String ALLOWED_ORIGIN = Cors.class.getName() + ".origin";

    @Override
    public void filter(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        boolean preflight = request.getMethod().equals("OPTIONS")
                && origin != null
                && request.getHeaderString("Access-Control-Request-Method") != null;
        String path = request.getUriInfo().getPath().replaceFirst("^/", "");
        if (preflight && (path.startsWith("widget/") || path.startsWith("auth/") || path.startsWith("chat/"))) {
            request.abortWith(Response.noContent()
                    .header("Access-Control-Allow-Origin", origin)
                    .header("Access-Control-Allow-Methods", "GET, POST")
                    .header("Access-Control-Allow-Headers", "Authorization, Content-Type, X-API-Key")
                    .header("Access-Control-Max-Age", "600")
                    .header("Vary", "Origin")
                    .build());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(ALLOWED_ORIGIN) instanceof String origin) {
            response.getHeaders().putSingle("Access-Control-Allow-Origin", origin);
            response.getHeaders().putSingle("Access-Control-Expose-Headers", "Retry-After");
            response.getHeaders().add("Vary", "Origin");
        }
    }
}
