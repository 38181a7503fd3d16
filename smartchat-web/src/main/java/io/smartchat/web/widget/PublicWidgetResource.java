package io.smartchat.web.widget;

import io.smartchat.web.security.HostPage;
import io.smartchat.widget.WidgetService;
import io.smartchat.widget.WidgetSettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The visitor's side of the widget settings: looks only, never where the key may be used. */
@Path("widget/config/{api_key}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class PublicWidgetResource {

    public record Look(
            String title,
            String primaryColor,
            String greeting,
            String position,
            String logoUrl,
            String placeholder,
            List<String> suggestedQuestions,
            String language,
            String theme,
            boolean showSources,
            String handoffMessage) {

        static Look from(WidgetSettings s) {
            return new Look(
                    s.title(),
                    s.primaryColor(),
                    s.greeting(),
                    s.position(),
                    s.logoUrl(),
                    s.placeholder(),
                    s.suggestedQuestions(),
                    s.language(),
                    s.theme(),
                    s.showSources(),
                    s.handoffMessage());
        }
    }

    @Inject
    private HostPage hostPage;

    @Inject
    private WidgetService widgets;

    @GET
    public Response look(@PathParam("api_key") String apiKey) {
        return Response.ok(Look.from(widgets.settings(hostPage.tenantAt(apiKey))))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .build();
    }
}
