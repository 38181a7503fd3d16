package io.smartchat.usage;

import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Counts what tenants use. It counts in memory and writes once a second, so that the many turns of one tenant don't wait
 * for one row. A server that ends loses that second: persistence is closed before a bean is told of the end.
 */
@ApplicationScoped
public class UsageMeter {

    private final UsageStore store;
    private final Clock clock;
    private final Map<Row, DayOfUse> unwritten = new ConcurrentHashMap<>();

    /** What is being written is in neither place, so nobody adds the two up meanwhile. */
    private final ReadWriteLock writing = new ReentrantReadWriteLock();

    private record Row(TenantId tenant, LocalDate day) {}

    @Inject
    UsageMeter(UsageStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    protected UsageMeter() {
        this(null, Clock.systemUTC());
    }

    /** A question was let in. */
    public void asked(TenantId tenant) {
        count(tenant, new DayOfUse(today(), 1, 0, 0, 0));
    }

    /** A question was turned away. */
    public void refused(TenantId tenant) {
        count(tenant, new DayOfUse(today(), 0, 0, 0, 1));
    }

    /** An answer ended. */
    public void spent(TenantId tenant, Spent spent) {
        count(tenant, new DayOfUse(today(), 0, spent.promptTokens(), spent.completionTokens(), 0));
    }

    /** The UTC day so far, with what this node has not written yet. */
    public DayOfUse today(TenantId tenant) {
        LocalDate day = today();
        writing.readLock().lock();
        try {
            DayOfUse fresh = unwritten.getOrDefault(new Row(tenant, day), DayOfUse.none(day));
            return store.on(tenant, day).plus(fresh);
        } finally {
            writing.readLock().unlock();
        }
    }

    /** Writes down what was counted since the last time. */
    void write() {
        for (Row row : List.copyOf(unwritten.keySet())) {
            writing.writeLock().lock();
            try {
                write(row);
            } finally {
                writing.writeLock().unlock();
            }
        }
    }

    /** What the database does not take now is kept for the next time. */
    private void write(Row row) {
        DayOfUse use = unwritten.remove(row);
        boolean written = false;
        try {
            if (use != null) {
                store.add(row.tenant(), use);
            }
            written = true;
        } finally {
            if (!written && use != null) {
                unwritten.merge(row, use, DayOfUse::plus);
            }
        }
    }

    private void count(TenantId tenant, DayOfUse use) {
        unwritten.merge(new Row(tenant, use.day()), use, DayOfUse::plus);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    }
}
