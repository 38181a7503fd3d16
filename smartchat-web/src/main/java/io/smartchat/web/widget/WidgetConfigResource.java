package io.smartchat.web.widget;

import io.smartchat.web.Bodies;
import io.smartchat.web.security.AdminContext;
import io.smartchat.web.security.Origins;
import io.smartchat.widget.WidgetChange;
import io.smartchat.widget.WidgetService;
import io.smartchat.widget.WidgetSettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The owner's side of the widget settings. */
@Path("admin/widget/config")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class WidgetConfigResource {

    public record Config(
            String title,
            String primaryColor,
            String greeting,
            String position,
            String logoUrl,
            String placeholder,
            List<String> suggestedQuestions,
            String language,
            String theme,
            List<String> allowedDomains,
            boolean showSources,
            String handoffMessage,
            String embedCode) {

        static Config from(WidgetSettings s, String embedCode) {
            return new Config(
                    s.title(),
                    s.primaryColor(),
                    s.greeting(),
                    s.position(),
                    s.logoUrl(),
                    s.placeholder(),
                    s.suggestedQuestions(),
                    s.language(),
                    s.theme(),
                    s.allowedDomains(),
                    s.showSources(),
                    s.handoffMessage(),
                    embedCode);
        }
    }

    /** A partial change: a missing field is unchanged. */
    public record Change(
            @Nullable String title,
            @Nullable String primaryColor,
            @Nullable String greeting,
            @Nullable String position,
            @Nullable String logoUrl,
            @Nullable String placeholder,
            @Nullable List<String> suggestedQuestions,
            @Nullable String language,
            @Nullable String theme,
            @Nullable List<String> allowedDomains,
            @Nullable Boolean showSources,
            @Nullable String handoffMessage) {

        WidgetChange toChange() {
            return new WidgetChange(
                    title,
                    primaryColor,
                    greeting,
                    position,
                    logoUrl,
                    placeholder,
                    suggestedQuestions,
                    language,
                    theme,
                    allowedDomains,
                    showSources,
                    handoffMessage);
        }
    }

    @Inject
    private WidgetService widgets;

    @Inject
    private AdminContext admin;

    @Inject
    private HttpServletRequest request;

    @GET
    public Config get() {
        return Config.from(widgets.settings(admin.tenant()), embedCode());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Config change(@Nullable Change change) {
        return Config.from(
                widgets.change(admin.tenant(), Bodies.required(change).toChange()), embedCode());
    }

    private String embedCode() {
        return "<script src=\"" + Origins.own(request)
                + "/widget.js\" data-api-key=\"YOUR_TENANT_API_KEY\" async></script>";
    }
}
