package io.smartchat.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Commits together what several threads write at the same time: with many turns a second, the commits cost more than the
 * rows. Whoever finds nobody at work writes for all that wait, so that a single caller waits for nothing.
 */
@ApplicationScoped
class GroupCommit {

    /** One group prepares its rows while the other commits. */
    private static final int GROUPS_AT_ONCE = 2;

    private static final int LARGEST_GROUP = 64;

    private final OwnTransaction transaction;
    private final Queue<Piece<?>> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore atWork = new Semaphore(GROUPS_AT_ONCE, true);

    @Inject
    GroupCommit(OwnTransaction transaction) {
        this.transaction = transaction;
    }

    protected GroupCommit() {
        this(new OwnTransaction());
    }

    /**
     * Runs {@code work} and returns when it is committed. Work that fails fails alone: the others of its group are then
     * done once more, each by itself, so work must change nothing but the database.
     */
    <T> T commit(Supplier<T> work) {
        Piece<T> mine = new Piece<>(work);
        waiting.add(mine);
        atWork.acquireUninterruptibly();
        try {
            if (!mine.taken) {
                commit(next());
            }
        } finally {
            atWork.release();
        }
        return mine.committed();
    }

    void commit(Runnable work) {
        commit(() -> {
            work.run();
            return true;
        });
    }

    /** How many pieces nobody has taken yet. */
    int waiting() {
        return waiting.size();
    }

    private List<Piece<?>> next() {
        List<Piece<?>> group = new ArrayList<>();
        while (group.size() < LARGEST_GROUP) {
            Piece<?> piece = waiting.poll();
            if (piece == null) {
                break;
            }
            piece.taken = true;
            group.add(piece);
        }
        return group;
    }

    private void commit(List<Piece<?>> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            transaction.run(() -> group.forEach(Piece::write));
        } catch (RuntimeException | Error e) {
            if (group.size() == 1) {
                group.get(0).failed(e);
            } else {
                group.forEach(piece -> commit(List.of(piece)));
            }
            return;
        }
        group.forEach(Piece::done);
    }

    private static final class Piece<T> {

        private final Supplier<T> work;
        private final CompletableFuture<T> end = new CompletableFuture<>();
        private @Nullable T result;

        /** Spares a look at the queue, which alone decides who writes a piece. */
        private volatile boolean taken;

        Piece(Supplier<T> work) {
            this.work = work;
        }

        void write() {
            result = work.get();
        }

        void done() {
            end.complete(result);
        }

        void failed(Throwable e) {
            end.completeExceptionally(e);
        }

        T committed() {
            try {
                return end.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw e;
            }
        }
    }
}
