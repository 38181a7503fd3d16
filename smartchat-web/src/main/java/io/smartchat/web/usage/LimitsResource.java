package io.smartchat.web.usage;

import io.smartchat.tenant.TenantId;
import io.smartchat.usage.DayOfUse;
import io.smartchat.usage.Limits;
import io.smartchat.usage.LimitsChange;
import io.smartchat.usage.LimitsService;
import io.smartchat.usage.UsageMeter;
import io.smartchat.web.Bodies;
import io.smartchat.web.JsonFields;
import io.smartchat.web.security.AdminContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** A tenant's limits, and how much of them the UTC day has taken so far. */
@Path("admin/limits")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class LimitsResource {

    /** @param dailyTokens null for no limit */
    public record Current(
            int messagesPerMinute,
            int visitorMessagesPerMinute,
            int addressMessagesPerMinute,
            @Nullable Long dailyTokens,
            Today today) {

        static Current from(Limits limits, DayOfUse today) {
            return new Current(
                    limits.messagesPerMinute(),
                    limits.visitorMessagesPerMinute(),
                    limits.addressMessagesPerMinute(),
                    limits.dailyTokens(),
                    Today.from(today));
        }
    }

    /** @param refused messages that a limit turned away */
    public record Today(LocalDate day, long messages, long promptTokens, long completionTokens, long refused) {

        static Today from(DayOfUse use) {
            return new Today(use.day(), use.messages(), use.promptTokens(), use.completionTokens(), use.refused());
        }
    }

    /** A partial change: a missing field is unchanged, {@code daily_tokens: null} takes the budget away. */
    public record Change(
            @Nullable Integer messagesPerMinute,
            @Nullable Integer visitorMessagesPerMinute,
            @Nullable Integer addressMessagesPerMinute,
            @Nullable Long dailyTokens) {}

    @Inject
    private LimitsService limits;

    @Inject
    private UsageMeter meter;

    @Inject
    private AdminContext admin;

    @GET
    public Current get() {
        TenantId tenant = admin.tenant();
        return Current.from(limits.get(tenant), meter.today(tenant));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = Change.class)))
    public Current change(@Nullable JsonObject body) {
        JsonFields fields = new JsonFields(Bodies.required(body));
        TenantId tenant = admin.tenant();
        LimitsChange change = new LimitsChange(
                fields.integer("messages_per_minute"),
                fields.integer("visitor_messages_per_minute"),
                fields.integer("address_messages_per_minute"),
                fields.bigInteger("daily_tokens"),
                fields.nulls().contains("daily_tokens"));
        return Current.from(limits.change(tenant, change), meter.today(tenant));
    }
}
