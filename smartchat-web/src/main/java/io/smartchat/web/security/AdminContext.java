package io.smartchat.web.security;

import io.smartchat.identity.SignedIn;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantId;
import io.smartchat.tenant.TenantService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The administrator of this request, and the tenant it is about. */
@RequestScoped
public class AdminContext {

    @Inject
    private TenantService tenants;

    private @Nullable SignedIn session;
    private @Nullable String tenantParameter;

    void begin(SignedIn signedIn, UriInfo uri) {
        this.session = signedIn;
        this.tenantParameter = uri.getQueryParameters().getFirst("tenant_id");
    }

    public SignedIn session() {
        if (session == null) {
            throw new IllegalStateException("no administrator: the filter did not run");
        }
        return session;
    }

    /** The tenant named by {@code ?tenant_id=}, or the oldest. */
    public TenantId tenant() {
        session();
        if (tenantParameter == null || tenantParameter.isBlank()) {
            return tenants.oldest().orElseThrow(() -> SmartChatException.notFound("tenant"));
        }
        return tenants.get(new TenantId(uuid(tenantParameter, "tenant"))).id();
    }

    /** An id from a path; one that is no UUID is simply not there. */
    public static UUID uuid(String value, String what) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw SmartChatException.notFound(what);
        }
    }
}
