package io.smartchat.knowledge.ingest;

import io.smartchat.knowledge.PassagesRemoved;
import io.smartchat.knowledge.PassagesStored;
import io.smartchat.knowledge.StoredPassage;
import io.smartchat.knowledge.Transactions;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one ingestion, each a short transaction that only the lease's holder can make. The source's row is always
 * locked before its job's, as deleting and replacing do.
 */
@Dependent
class IngestionStore {

    private static final int COLUMN = 1000;

    private final Jdbc jdbc;
    private final JobTable jobs;
    private final ChunkTable chunks;
    private final Transactions transactions;
    private final Event<PassagesRemoved> removed;
    private final Event<PassagesStored> stored;
    private final Clock clock;

    @Inject
    IngestionStore(
            IngestionDatabase database,
            JobTable jobs,
            Transactions transactions,
            Event<PassagesRemoved> removed,
            Event<PassagesStored> stored,
            Clock clock) {
        this.jdbc = database.jdbc();
        this.jobs = jobs;
        this.chunks = new ChunkTable(jdbc);
        this.transactions = transactions;
        this.removed = removed;
        this.stored = stored;
        this.clock = clock;
    }

    /** Takes the job if it is due and nobody holds it. */
    Optional<Claim> claim(UUID sourceId, String owner) {
        return transactions.call(() -> {
            Optional<Claim> claim = lockSource(sourceId).isPresent() && jobs.lease(sourceId, owner)
                    ? jobs.find(sourceId, owner)
                    : Optional.empty();
            claim.ifPresent(c -> setStatus(c, "processing", 0, null));
            return claim;
        });
    }

    /** Holds the lease for another while, and shows how far it has come. */
    void renew(Claim claim, int progress) {
        transactions.run(() -> {
            holdSource(claim);
            if (!jobs.renew(claim)) {
                throw new LeaseLostException();
            }
            jdbc.update(
                    "update source set progress = ?, updated_at = ? where id = ?",
                    progress,
                    clock.instant(),
                    claim.sourceId());
        });
    }

    void copyContent(Claim claim, Path target) {
        transactions.run(() -> {
            String sql = "select content from source_content where source_id = ?";
            List<Boolean> copied = jdbc.query(
                    sql,
                    row -> {
                        try (InputStream content = row.getBinaryStream(1)) {
                            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
                            return true;
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    claim.sourceId());
            if (copied.isEmpty()) {
                throw new LeaseLostException();
            }
        });
    }

    /** The new passages take the place of the old ones, all at once. */
    void complete(Claim claim, List<EmbeddedChunk> passages, @Nullable Integer pageCount) {
        transactions.run(() -> {
            release(claim);
            if (chunks.existFor(claim)) {
                removed.fire(new PassagesRemoved(claim.tenant(), claim.sourceId()));
                chunks.deleteOf(claim);
            }
            List<Long> ids = chunks.insert(
                    claim, passages.stream().map(EmbeddedChunk::chunk).toList());
            List<StoredPassage> storedPassages = new ArrayList<>(ids.size());
            for (int i = 0; i < ids.size(); i++) {
                EmbeddedChunk passage = passages.get(i);
                storedPassages.add(new StoredPassage(ids.get(i), passage.chunk().text(), passage.embedding()));
            }
            stored.fire(new PassagesStored(claim.tenant(), claim.sourceId(), List.copyOf(storedPassages)));
            jdbc.update(
                    "update source set chunk_count = ?, page_count = ? where id = ?",
                    ids.size(),
                    pageCount,
                    claim.sourceId());
            setStatus(claim, "ready", 100, null);
        });
    }

    void fail(Claim claim, String reason) {
        transactions.run(() -> {
            release(claim);
            setStatus(claim, "failed", 0, shorten(reason));
        });
    }

    void defer(Claim claim, Duration backOff, String fault) {
        transactions.run(() -> {
            holdSource(claim);
            if (!jobs.defer(claim, clock.instant().plus(backOff), shorten(fault))) {
                throw new LeaseLostException();
            }
            setStatus(claim, "pending", 0, null);
        });
    }

    /** Ends the job; whoever comes with the same lease afterwards, or with an older one, is turned away. */
    private void release(Claim claim) {
        holdSource(claim);
        if (!jobs.remove(claim)) {
            throw new LeaseLostException();
        }
    }

    private void holdSource(Claim claim) {
        lockSource(claim.sourceId()).orElseThrow(LeaseLostException::new);
    }

    private Optional<UUID> lockSource(UUID sourceId) {
        return jdbc
                .query("select id from source where id = ? for update", row -> row.getObject(1, UUID.class), sourceId)
                .stream()
                .findFirst();
    }

    private static String shorten(String text) {
        return text.substring(0, Math.min(text.length(), COLUMN));
    }

    private void setStatus(Claim claim, String status, int progress, @Nullable String error) {
        jdbc.update(
                "update source set status = ?, progress = ?, error = ?, updated_at = ? where id = ?",
                status,
                progress,
                error,
                clock.instant(),
                claim.sourceId());
    }
}
