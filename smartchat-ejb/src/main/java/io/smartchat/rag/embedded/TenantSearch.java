package io.smartchat.rag.embedded;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import io.smartchat.rag.Bm25;
import io.smartchat.rag.Candidates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Searches one tenant's index from many threads. A search that meets another bringing the index up to date waits for it, but
 * not for ever: then it makes do with the state before.
 */
final class TenantSearch {

    private static final System.Logger LOG = System.getLogger(TenantSearch.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final TenantIndex index;
    private final Duration patience;
    private volatile @Nullable Snapshot latest;

    TenantSearch(TenantIndex index, Duration patience) {
        this.index = index;
        this.patience = patience;
    }

    Candidates search(List<String> terms, float[] vector, int limit) {
        try {
            return searchOnce(terms, vector, limit);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "A search index is damaged; it will be built anew", e);
            delete();
        }
        try {
            return searchOnce(terms, vector, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void catchUp() {
        alone(() -> latest = index.catchUp().orElse(null));
    }

    void delete() {
        alone(() -> {
            latest = null;
            index.delete();
        });
    }

    void close() {
        alone(() -> {
            latest = null;
            index.close();
        });
    }

    private Candidates searchOnce(List<String> terms, float[] vector, int limit) throws IOException {
        Optional<Snapshot> acquired = acquire();
        if (acquired.isEmpty()) {
            return Candidates.none(Bm25.ideal(terms, 0, Map.of()));
        }
        try {
            return new LuceneSearch(acquired.get().statistics(), terms, vector, limit).run();
        } finally {
            acquired.get().release();
        }
    }

    private Optional<Snapshot> acquire() throws IOException {
        if (!lockedInTime()) {
            return Optional.of(acquireLatest());
        }
        try {
            Optional<Snapshot> snapshot = index.catchUp();
            latest = snapshot.orElse(null);
            return snapshot.filter(Snapshot::acquire);
        } finally {
            lock.unlock();
        }
    }

    private Snapshot acquireLatest() {
        Snapshot snapshot = latest;
        if (snapshot == null || !snapshot.acquire()) {
            throw new SmartChatException(
                    ErrorCode.BUSY, "The documents are being prepared for search. Please try again in a moment.");
        }
        return snapshot;
    }

    private boolean lockedInTime() {
        try {
            return lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Something done to the index while no other thread does. */
    @FunctionalInterface
    private interface Exclusive {
        void run() throws IOException;
    }

    private void alone(Exclusive action) {
        lock.lock();
        try {
            action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }
}
