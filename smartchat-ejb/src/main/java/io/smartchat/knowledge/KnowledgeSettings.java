package io.smartchat.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator may set about uploads. */
@ApplicationScoped
public class KnowledgeSettings {

    private long maxUploadBytes;

    protected KnowledgeSettings() {}

    @Inject
    public KnowledgeSettings(
            @ConfigProperty(name = "smartchat.upload.max-bytes", defaultValue = "52428800") long maxUploadBytes) {
        if (maxUploadBytes <= 0) {
            throw new IllegalStateException("smartchat.upload.max-bytes must be greater than 0");
        }
        this.maxUploadBytes = maxUploadBytes;
    }

    public long maxUploadBytes() {
        return maxUploadBytes;
    }

    /** Makes a wrong setting stop the start instead of the first use. */
    void atStart(@Observes Startup startup) {}
}
