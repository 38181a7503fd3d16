package io.smartchat.web.health;

import io.smartchat.knowledge.IngestionRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means uploads can be handed to ingestion. */
@Readiness
@ApplicationScoped
public class MessagingReady implements HealthCheck {

    @Inject
    private IngestionRequests requests;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("messaging")
                .status(requests.reachable())
                .build();
    }
}
