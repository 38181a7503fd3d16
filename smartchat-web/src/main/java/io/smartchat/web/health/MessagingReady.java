package io.smartchat.web.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means uploads can be handed to ingestion. */
@Readiness
@ApplicationScoped
public class MessagingReady implements HealthCheck {

    @Resource(lookup = "jms/smartchat")
    private ConnectionFactory connections;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("messaging").status(answers()).build();
    }

    private boolean answers() {
        try (JMSContext context = connections.createContext()) {
            return context.getMetaData() != null;
        } catch (JMSRuntimeException e) {
            return false;
        }
    }
}
