package io.smartchat.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** Everything under {@code /api}. */
@ApplicationPath("/api")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "SmartChat",
                        version = "1",
                        description =
                                "Admin calls need the token of POST /api/admin/session as a bearer token, or its cookie"
                                        + " and, for writes, the X-CSRF-Token header. Most take ?tenant_id= to name a tenant;"
                                        + " without it the oldest is meant. Public calls carry the tenant's API key. Errors are"
                                        + " application/problem+json. The chat itself is a WebSocket at"
                                        + " /api/chat/ws/chat/{session_id}; its frames are described in docs/protocol.md."))
@SecurityScheme(securitySchemeName = "admin", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
@SecurityScheme(
        securitySchemeName = "api_key",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        apiKeyName = "X-API-Key")
public class RestApplication extends Application {}
