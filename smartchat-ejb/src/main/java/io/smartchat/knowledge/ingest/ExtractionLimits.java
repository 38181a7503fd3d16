package io.smartchat.knowledge.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much of one document is read, so that a hostile one can't take the server. */
@ApplicationScoped
public class ExtractionLimits {

    private int maxPages;
    private int maxCharacters;
    private Duration maxTime;

    protected ExtractionLimits() {}

    @Inject
    public ExtractionLimits(
            @ConfigProperty(name = "smartchat.ingestion.max-pages", defaultValue = "2000") int maxPages,
            @ConfigProperty(name = "smartchat.ingestion.max-characters", defaultValue = "10000000") int maxCharacters,
            @ConfigProperty(name = "smartchat.ingestion.max-time", defaultValue = "PT5M") Duration maxTime) {
        this.maxPages = (int) positive("smartchat.ingestion.max-pages", maxPages);
        this.maxCharacters = (int) positive("smartchat.ingestion.max-characters", maxCharacters);
        positive("smartchat.ingestion.max-time", maxTime.toMillis());
        this.maxTime = maxTime;
    }

    private static long positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalStateException(name + " must be greater than 0");
        }
        return value;
    }

    public int maxPages() {
        return maxPages;
    }

    public int maxCharacters() {
        return maxCharacters;
    }

    /** For taking the text out of the file, embedding not counted. */
    public Duration maxTime() {
        return maxTime;
    }

    /** Makes a wrong setting stop the start instead of the first use. */
    void atStart(@Observes Startup startup) {}
}
