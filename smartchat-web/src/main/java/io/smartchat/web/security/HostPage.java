package io.smartchat.web.security;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantId;
import io.smartchat.tenant.TenantService;
import io.smartchat.widget.WidgetService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The site a public call comes from: its key names the tenant, its origin must be allowed. */
@RequestScoped
public class HostPage {

    @Inject
    private TenantService tenants;

    @Inject
    private WidgetService widgets;

    @Inject
    private HttpServletRequest request;

    /** @throws SmartChatException {@code not_found} for an unknown key, {@code origin_not_allowed} */
    public TenantId tenantAt(String apiKey) {
        return allowed(tenants.byApiKey(apiKey).orElseThrow(() -> SmartChatException.notFound("API key")));
    }

    /** @throws SmartChatException {@code invalid_api_key} or {@code origin_not_allowed} */
    public TenantId tenantWith(@Nullable String apiKey) {
        return allowed(tenants.byApiKey(apiKey == null ? "" : apiKey).orElseThrow(HostPage::invalidKey));
    }

    public static SmartChatException invalidKey() {
        return new SmartChatException(
                ErrorCode.INVALID_API_KEY, "This API key is not valid. Copy the current one from the admin panel.");
    }

    public static SmartChatException originNotAllowed() {
        return new SmartChatException(
                ErrorCode.ORIGIN_NOT_ALLOWED,
                "This site may not use the chat. Its owner can allow it in the admin panel.");
    }

    /** A browser sends no Origin when our own test page reads from us, but it says so. */
    private boolean sameOriginRead(@Nullable String origin) {
        return origin == null && "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }

    private TenantId allowed(TenantId tenant) {
        String origin = request.getHeader("Origin");
        if (!sameOriginRead(origin) && !widgets.allowsOrigin(tenant, origin, Origins.own(request))) {
            throw originNotAllowed();
        }
        if (origin != null) {
            request.setAttribute(Cors.ALLOWED_ORIGIN, origin);
        }
        return tenant;
    }
}
