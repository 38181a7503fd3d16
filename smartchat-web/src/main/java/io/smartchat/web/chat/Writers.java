package io.smartchat.web.chat;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The few threads that write to sockets. A write blocks while its reader does not read; when none of the threads has come
 * back for a while, there are more of them, until the slow readers are dropped.
 */
@ApplicationScoped
public class Writers implements Executor {

    private static final int THREADS = 4;
    private static final int MOST_THREADS = 512;
    private static final long STUCK_NANOS = Duration.ofMillis(20).toNanos();

    @Resource
    private ManagedThreadFactory threads;

    private ThreadPoolExecutor pool;
    private volatile long lastTaken = System.nanoTime();

    @PostConstruct
    void start() {
        pool = pool(threads);
    }

    static Writers on(ThreadFactory threads) {
        Writers writers = new Writers();
        writers.pool = pool(threads);
        return writers;
    }

    @PreDestroy
    void stop() {
        pool.shutdownNow();
    }

    @Override
    public void execute(Runnable write) {
        pool.execute(() -> {
            lastTaken = System.nanoTime();
            write.run();
        });
        if (!pool.getQueue().isEmpty() && System.nanoTime() - lastTaken > STUCK_NANOS) {
            addThreads();
        }
    }

    /** To be called now and then: takes back what stuck readers made necessary. */
    void relax() {
        if (pool.getCorePoolSize() > THREADS && pool.getActiveCount() < THREADS) {
            pool.setCorePoolSize(THREADS);
        }
    }

    private synchronized void addThreads() {
        if (System.nanoTime() - lastTaken > STUCK_NANOS) {
            pool.setCorePoolSize(
                    Math.min(MOST_THREADS, Math.max(pool.getCorePoolSize(), pool.getPoolSize()) + THREADS));
            lastTaken = System.nanoTime();
        }
    }

    private static ThreadPoolExecutor pool(ThreadFactory threads) {
        return new ThreadPoolExecutor(THREADS, MOST_THREADS, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
    }
}
