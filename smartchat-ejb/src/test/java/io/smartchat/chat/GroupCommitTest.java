package io.smartchat.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Commits commits = new Commits();
    private final GroupCommit group = new GroupCommit(commits);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void aSinglePieceIsCommittedByItself() {
        assertThat(group.commit(() -> "stored")).isEqualTo("stored");
        assertThat(commits.committed).hasValue(1);
    }

    @Test
    void whatWaitsWhileOthersCommitIsCommittedTogether() {
        List<CompletableFuture<Integer>> results = heldUpAnd(20);
        commits.letGo();
        for (int i = 0; i < results.size(); i++) {
            assertThat(results.get(i).join()).isEqualTo(i);
        }
        assertThat(commits.committed.get()).isLessThan(8);
    }

    @Test
    void aPieceThatFailsFailsAloneAndTheOthersAreCommitted() {
        List<CompletableFuture<Integer>> good = heldUpAnd(5);
        CompletableFuture<Integer> bad = start(() -> {
            throw new IllegalStateException("taken");
        });
        List<CompletableFuture<Integer>> later = waiting(5, 6);
        commits.letGo();

        assertThatThrownBy(bad::join).hasRootCauseMessage("taken");
        assertThat(good).allSatisfy(one -> assertThat(one.join()).isNotNegative());
        assertThat(later).allSatisfy(one -> assertThat(one.join()).isNotNegative());
    }

    @Test
    void nothingIsReportedBeforeItIsCommitted() {
        List<CompletableFuture<Integer>> results = heldUpAnd(3);
        assertThat(results).noneMatch(CompletableFuture::isDone);
        commits.letGo();
        assertThat(results).allSatisfy(one -> assertThat(one.join()).isNotNegative());
    }

    @Test
    void aCommitThatFailsReportsSuccessToNobody() {
        commits.refuse = true;
        assertThatThrownBy(() -> group.commit(() -> "stored")).hasMessage("no room on the disk");
        commits.refuse = false;
        assertThat(group.commit(() -> "stored")).isEqualTo("stored");
    }

    /** Both permits taken by transactions that do not end, with pieces waiting behind them. */
    private List<CompletableFuture<Integer>> heldUpAnd(int pieces) {
        commits.hold();
        begin(() -> -1);
        await().until(() -> commits.begun.get() == 1);
        begin(() -> -2);
        await().until(() -> commits.begun.get() == 2);
        return waiting(0, pieces);
    }

    private List<CompletableFuture<Integer>> waiting(int first, int count) {
        List<CompletableFuture<Integer>> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = first + i;
            results.add(start(() -> number));
        }
        return results;
    }

    private CompletableFuture<Integer> start(Supplier<Integer> piece) {
        int before = group.waiting();
        CompletableFuture<Integer> result = begin(piece);
        await().until(() -> group.waiting() > before);
        return result;
    }

    private CompletableFuture<Integer> begin(Supplier<Integer> piece) {
        return CompletableFuture.supplyAsync(() -> group.commit(piece), threads);
    }

    /** Transactions that can be held up before they commit, or refused. */
    private static final class Commits extends OwnTransaction {

        private final AtomicInteger begun = new AtomicInteger();
        private final AtomicInteger committed = new AtomicInteger();
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile boolean refuse;

        @Override
        void run(Runnable work) {
            work.run();
            begun.incrementAndGet();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (refuse) {
                throw new IllegalStateException("no room on the disk");
            }
            committed.incrementAndGet();
        }

        void hold() {
            gate = new CountDownLatch(1);
        }

        void letGo() {
            gate.countDown();
        }
    }
}
