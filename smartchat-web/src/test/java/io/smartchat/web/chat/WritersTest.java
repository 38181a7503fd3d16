package io.smartchat.web.chat;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WritersTest {

    private final Writers writers = Writers.on(Executors.defaultThreadFactory());

    @AfterEach
    void stop() {
        writers.stop();
    }

    @Test
    void writesToTheOthersWhileManyReadersDoNotRead() throws InterruptedException {
        CountDownLatch released = new CountDownLatch(1);
        for (int i = 0; i < 40; i++) {
            writers.execute(() -> hang(released));
        }
        CountDownLatch written = new CountDownLatch(1);

        await().atMost(10, TimeUnit.SECONDS).until(() -> {
            // each further frame of anyone is an occasion to see that nothing moves
            writers.execute(written::countDown);
            return written.getCount() == 0;
        });
        released.countDown();
    }

    private static void hang(CountDownLatch released) {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
