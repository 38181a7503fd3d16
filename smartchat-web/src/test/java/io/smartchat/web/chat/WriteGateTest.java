package io.smartchat.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WriteGateTest {

    private final WriteGate gate = new WriteGate();
    private final List<String> written = new ArrayList<>();

    @Test
    void nothingIsWrittenBehindAShutGate() throws IOException {
        gate.write(() -> written.add("before"));
        gate.shut();
        gate.write(() -> written.add("behind"));

        assertThat(written).containsExactly("before");
    }

    @Test
    void shuttingWaitsForTheWriteUnderWay() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Void> write = CompletableFuture.runAsync(() -> writeBetween(begun, release));
        begun.await();
        CompletableFuture<Boolean> overWhenShut = CompletableFuture.supplyAsync(() -> {
            gate.shut();
            return written.contains("whole");
        });

        assertThat(overWhenShut).isNotDone();
        release.countDown();

        assertThat(overWhenShut.join()).isTrue();
        assertThat(write.join()).isNull();
    }

    @Test
    void aWriterMayShutItsOwnGate() throws IOException {
        gate.write(gate::shut);
        gate.write(() -> written.add("behind"));

        assertThat(written).isEmpty();
    }

    private void writeBetween(CountDownLatch begun, CountDownLatch release) {
        try {
            gate.write(() -> {
                begun.countDown();
                await(release);
                written.add("whole");
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
