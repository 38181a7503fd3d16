package io.smartchat.knowledge.ingest;

import io.smartchat.llm.Embeddings;
import io.smartchat.platform.SmartChatException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Brings one source from its bytes to searchable passages. No transaction is open while it reads or embeds. */
@ApplicationScoped
public class IngestionService {

    /** Faults that may pass, before the document counts as failed. */
    static final int MAX_ATTEMPTS = 5;

    /** Beginnings without an end: a document that takes the server down must not do so for ever. */
    static final int MAX_STARTS = 20;

    private static final int BATCH = 32;
    private static final int EXTRACTED = 10;
    private static final int EMBEDDED = 95;
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final List<Duration> BACK_OFF =
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(5));
    private static final System.Logger LOG = System.getLogger(IngestionService.class.getName());

    private IngestionStore store;
    private ClaimsAtWork atWork;
    private DocumentReader reader;
    private Embeddings embeddings;
    private ExtractionLimits limits;
    private ServerProcess process;
    private Clock clock;

    protected IngestionService() {}

    @Inject
    IngestionService(
            IngestionStore store,
            ClaimsAtWork atWork,
            DocumentReader reader,
            Embeddings embeddings,
            ExtractionLimits limits,
            ServerProcess process,
            Clock clock) {
        this.store = store;
        this.atWork = atWork;
        this.reader = reader;
        this.embeddings = embeddings;
        this.limits = limits;
        this.process = process;
        this.clock = clock;
    }

    /** Does nothing when the source has gone, is not due, or is in another worker's hands. */
    public void process(UUID sourceId) {
        store.claim(sourceId, process.id() + "/" + UUID.randomUUID()).ifPresent(this::work);
    }

    private void work(Claim claim) {
        try {
            if (claim.starts() > MAX_STARTS) {
                throw new IngestionException(
                        "The server stopped %d times while it read this file, so it gave up.".formatted(MAX_STARTS));
            }
            ingest(claim);
        } catch (LeaseLostException e) {
            LOG.log(Level.INFO, "Source {0} was changed or taken over; this reading of it ends", claim.sourceId());
        } catch (IngestionException e) {
            LOG.log(Level.INFO, "Source {0} can''t be read: {1}", claim.sourceId(), e.getMessage());
            LOG.log(Level.DEBUG, "Source " + claim.sourceId(), e);
            ending(claim, () -> store.fail(claim, e.getMessage()));
        } catch (RuntimeException e) {
            // Whatever else goes wrong (database, model, disk) may be over at the next try.
            LOG.log(Level.WARNING, "Source " + claim.sourceId() + " could not be read this time", e);
            ending(claim, () -> tryLater(claim, e));
        }
    }

    private void ingest(Claim claim) {
        List<EmbeddedChunk> embedded;
        DocumentReader.Reading reading;
        atWork.add(claim);
        try {
            reading = read(claim);
            store.renew(claim, EXTRACTED);
            embedded = embed(claim, reading.chunks());
        } finally {
            atWork.remove(claim);
        }
        store.complete(claim, embedded, reading.pageCount());
    }

    private DocumentReader.Reading read(Claim claim) {
        Path file = temporaryFile();
        try {
            store.copyContent(claim, file);
            return reader.read(file, claim.type(), new ExtractionBudget(limits, clock, heartbeat(claim)));
        } finally {
            delete(file);
        }
    }

    /** A database that is away for a moment does not end a reading; only a lost lease does. */
    private Runnable heartbeat(Claim claim) {
        Instant[] next = {clock.instant().plus(HEARTBEAT)};
        return () -> {
            if (clock.instant().isBefore(next[0])) {
                return;
            }
            next[0] = clock.instant().plus(HEARTBEAT);
            try {
                store.renew(claim, 1);
            } catch (LeaseLostException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "The lease of source " + claim.sourceId() + " was not renewed this time", e);
            }
        };
    }

    private List<EmbeddedChunk> embed(Claim claim, List<Chunk> chunks) {
        List<EmbeddedChunk> embedded = new ArrayList<>(chunks.size());
        for (int from = 0; from < chunks.size(); from += BATCH) {
            List<Chunk> batch = chunks.subList(from, Math.min(from + BATCH, chunks.size()));
            List<float[]> vectors =
                    embeddings.embedAll(batch.stream().map(Chunk::text).toList());
            for (int i = 0; i < batch.size(); i++) {
                embedded.add(new EmbeddedChunk(batch.get(i), vectors.get(i)));
            }
            store.renew(claim, EXTRACTED + (EMBEDDED - EXTRACTED) * embedded.size() / chunks.size());
        }
        return embedded;
    }

    private void tryLater(Claim claim, RuntimeException fault) {
        if (claim.attempts() + 1 >= MAX_ATTEMPTS) {
            String why = fault instanceof SmartChatException known ? known.getMessage() : "The server's log says why.";
            store.fail(claim, "Reading it did not work, %d times in a row. %s".formatted(MAX_ATTEMPTS, why));
        } else {
            store.defer(claim, BACK_OFF.get(claim.attempts()), String.valueOf(fault));
        }
    }

    /** Where not even that can be written, the lease runs out and another worker starts over. */
    private static void ending(Claim claim, Runnable write) {
        try {
            write.run();
        } catch (LeaseLostException e) {
            LOG.log(Level.INFO, "Source {0} was changed or taken over meanwhile", claim.sourceId());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The end of reading source " + claim.sourceId() + " could not be recorded", e);
        }
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("smartchat-ingest-", null);
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary file can be made", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A temporary file stays behind: " + file, e);
        }
    }
}
