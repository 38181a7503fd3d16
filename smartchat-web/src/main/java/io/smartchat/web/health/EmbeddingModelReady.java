package io.smartchat.web.health;

import io.smartchat.llm.MiniLmEmbeddings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means the embedding model is loaded: no question can be answered before. */
@Readiness
@ApplicationScoped
public class EmbeddingModelReady implements HealthCheck {

    @Inject
    private MiniLmEmbeddings embeddings;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("embedding model")
                .status(embeddings.loaded())
                .build();
    }
}
