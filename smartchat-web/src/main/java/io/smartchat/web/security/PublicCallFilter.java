package io.smartchat.web.security;

import io.smartchat.usage.PublicCalls;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Bounds the calls that need no more than a public key, before the key is looked up. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class PublicCallFilter implements ContainerRequestFilter {

    @Inject
    private PublicCalls calls;

    @Inject
    private HttpServletRequest request;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext context) {
        Path path = resource.getResourceClass().getAnnotation(Path.class);
        if (path == null || path.value().startsWith("admin")) {
            return;
        }
        String origin = context.getHeaderString("Origin");
        if (origin != null) {
            // that a call came too soon is no secret of the tenant's, and a page can only heed what it may read
            context.setProperty(Cors.ALLOWED_ORIGIN, origin);
        }
        calls.count(CallerNetwork.of(request));
        context.removeProperty(Cors.ALLOWED_ORIGIN);
    }
}
