package io.smartchat.knowledge.ingest;

import java.time.Clock;
import java.time.Instant;

/** What one reading may still use. Extractors spend from it as they go; it throws when nothing is left. */
final class ExtractionBudget {

    private final ExtractionLimits limits;
    private final Clock clock;
    private final Instant deadline;
    private final Runnable heartbeat;
    private long characters;

    /** @param heartbeat called often; what it throws ends the reading */
    ExtractionBudget(ExtractionLimits limits, Clock clock, Runnable heartbeat) {
        this.limits = limits;
        this.clock = clock;
        this.deadline = clock.instant().plus(limits.maxTime());
        this.heartbeat = heartbeat;
    }

    void checkTime() {
        heartbeat.run();
        if (clock.instant().isAfter(deadline)) {
            throw new IngestionException(
                    "Reading the file took longer than %d seconds and was stopped. Split it and upload the parts."
                            .formatted(limits.maxTime().toSeconds()));
        }
    }

    void checkPages(int pages) {
        if (pages > limits.maxPages()) {
            throw new IngestionException("The file has %,d pages; at most %,d are read. Split it and upload the parts."
                    .formatted(pages, limits.maxPages()));
        }
    }

    void spend(int moreCharacters) {
        characters += moreCharacters;
        if (characters > limits.maxCharacters()) {
            throw new IngestionException("The file has more than %,d characters of text. Split it and upload the parts."
                    .formatted(limits.maxCharacters()));
        }
        checkTime();
    }
}
