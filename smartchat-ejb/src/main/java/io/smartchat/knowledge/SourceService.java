package io.smartchat.knowledge;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A tenant's documents: upload, look at, read again, replace, delete. What is another tenant's is not there. */
@ApplicationScoped
public class SourceService {

    /** The most sources or chunks one call gives. */
    public static final int MAX_LIMIT = 200;

    private SourceRepository sources;
    private IngestionRequests requests;
    private Transactions transactions;
    private Event<PassagesRemoved> passagesRemoved;
    private KnowledgeSettings settings;
    private Clock clock;

    protected SourceService() {}

    @Inject
    public SourceService(
            SourceRepository sources,
            IngestionRequests requests,
            Transactions transactions,
            Event<PassagesRemoved> passagesRemoved,
            KnowledgeSettings settings,
            Clock clock) {
        this.sources = sources;
        this.requests = requests;
        this.transactions = transactions;
        this.passagesRemoved = passagesRemoved;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Stores a file and asks for it to be read; returns before that happens.
     *
     * @throws SmartChatException VALIDATION for an empty file, TOO_LARGE, UNSUPPORTED_TYPE, or CONFLICT where the tenant
     *     has the same bytes already
     */
    public SourceView upload(TenantId tenant, String filename, InputStream content) {
        try (Upload upload = Upload.receive(filename, content, settings.maxUploadBytes())) {
            SourceView stored = refusingSameBytes(tenant, upload, () -> {
                Source source = new Source(tenant.value(), upload, clock.instant());
                sources.add(source);
                sql(() -> {
                    SourceRows.insertContent(sources.connection(), source.id(), upload.file());
                    requests.add(sources.connection(), tenant, source.id());
                });
                return source.view();
            });
            requests.announce(stored.id());
            return stored;
        }
    }

    /** Gives a source new bytes under the same id; the old passages serve until the new ones are ready. */
    public SourceView replace(TenantId tenant, UUID id, String filename, InputStream content) {
        try (Upload upload = Upload.receive(filename, content, settings.maxUploadBytes())) {
            SourceView stored = refusingSameBytes(tenant, upload, () -> {
                Source source = lock(tenant, id);
                source.take(upload, clock.instant());
                sources.flush();
                sql(() -> {
                    SourceRows.replaceContent(sources.connection(), id, upload.file());
                    requests.add(sources.connection(), tenant, id);
                });
                return source.view();
            });
            requests.announce(id);
            return stored;
        }
    }

    /** Reads a failed source once more. */
    public SourceView retry(TenantId tenant, UUID id) {
        SourceView waiting = transactions.call(() -> {
            Source source = lock(tenant, id);
            if (source.status() != SourceStatus.FAILED) {
                throw new SmartChatException(
                        ErrorCode.CONFLICT,
                        "Only a failed document can be tried again; this one is %s."
                                .formatted(source.status().code()));
            }
            source.awaitReading(clock.instant());
            sources.flush();
            sql(() -> requests.add(sources.connection(), tenant, id));
            return source.view();
        });
        requests.announce(id);
        return waiting;
    }

    public void delete(TenantId tenant, UUID id) {
        transactions.run(() -> {
            Source source = lock(tenant, id);
            passagesRemoved.fire(new PassagesRemoved(tenant, id));
            sources.remove(source);
        });
    }

    /** Newest first. */
    public SourcePage list(TenantId tenant, int limit, @Nullable String cursor) {
        SourceCursor after = cursor == null || cursor.isBlank() ? null : SourceCursor.decode(cursor);
        int size = clamp(limit);
        List<SourceView> found = transactions.call(() -> sources.newestFirst(tenant, after, size + 1).stream()
                .map(Source::view)
                .toList());
        if (found.size() <= size) {
            return new SourcePage(found, null);
        }
        List<SourceView> page = found.subList(0, size);
        return new SourcePage(page, SourceCursor.of(page.get(size - 1)).encode());
    }

    public SourceView get(TenantId tenant, UUID id) {
        return transactions.call(() -> find(tenant, id).view());
    }

    /** In reading order. */
    public List<ChunkView> chunks(TenantId tenant, UUID id, int limit, int offset) {
        return transactions.call(() -> {
            find(tenant, id);
            return sql(() -> SourceRows.chunks(sources.connection(), tenant, id, clamp(limit), Math.max(offset, 0)));
        });
    }

    /** The original file; the caller closes its stream. */
    public StoredFile content(TenantId tenant, UUID id) {
        return transactions.call(() -> {
            SourceView source = find(tenant, id).view();
            InputStream content = sql(() -> SourceRows.openContent(sources.connection(), tenant, id));
            return new StoredFile(source.filename(), source.sourceType(), source.sizeBytes(), content);
        });
    }

    /** Two uploads of the same bytes may pass the look-up side by side; the unique key then stops one of them. */
    private SourceView refusingSameBytes(TenantId tenant, Upload upload, Supplier<SourceView> store) {
        String sha256 = upload.file().sha256();
        try {
            return transactions.call(() -> {
                refuseSameBytes(tenant, sha256);
                return store.get();
            });
        } catch (PersistenceException raced) {
            transactions.run(() -> refuseSameBytes(tenant, sha256));
            throw raced;
        }
    }

    private void refuseSameBytes(TenantId tenant, String sha256) {
        sources.findSameBytes(tenant, sha256).ifPresent(first -> {
            throw new SmartChatException(
                    ErrorCode.CONFLICT,
                    "This file is already here, as “%s”. Delete that one first if you want to read it anew."
                            .formatted(first.filename()));
        });
    }

    private Source find(TenantId tenant, UUID id) {
        return sources.find(tenant, id).orElseThrow(() -> SmartChatException.notFound("document"));
    }

    private Source lock(TenantId tenant, UUID id) {
        return sources.lock(tenant, id).orElseThrow(() -> SmartChatException.notFound("document"));
    }

    private static int clamp(int limit) {
        return Math.min(Math.max(limit, 1), MAX_LIMIT);
    }

    private interface SqlCall<T> {
        T call() throws SQLException, IOException;
    }

    private interface SqlWork {
        void run() throws SQLException, IOException;
    }

    private static void sql(SqlWork work) {
        sql(() -> {
            work.run();
            return true;
        });
    }

    private static <T> T sql(SqlCall<T> call) {
        try {
            return call.call();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
