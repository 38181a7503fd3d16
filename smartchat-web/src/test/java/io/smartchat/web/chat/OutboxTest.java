package io.smartchat.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.chat.TurnEvent;
import io.smartchat.chat.TurnFeed;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final List<String> sent = new ArrayList<>();
    private final List<CloseReason> closes = new ArrayList<>();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final AtomicInteger writers = new AtomicInteger();
    private final Session session = session();
    private final Outbox outbox = new Outbox(session, tasks::add);

    @Test
    void writesFramesInTheirOrderByOneTask() {
        outbox.send("a");
        outbox.send("b");

        assertThat(tasks).hasSize(1);
        runTasks();
        assertThat(sent).containsExactly("a", "b");
    }

    @Test
    void neverWritesTwiceAtOnceAndLosesNothing() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        Outbox busy = new Outbox(session, pool);
        IntStream.range(0, 2000).forEach(i -> busy.send(String.valueOf(i)));
        busy.closeAfterwards(1000, "done");
        // the last write ends with the close, which is when the pool has nothing more to do
        while (closes.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        pool.shutdown();

        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(sent)
                .isEqualTo(IntStream.range(0, 2000).mapToObj(String::valueOf).toList());
    }

    @Test
    void closesAReaderThatLetsTooMuchWait() {
        IntStream.range(0, 300).forEach(i -> outbox.send("x".repeat(1024)));
        runTasks();

        assertThat(sent).isEmpty();
        assertThat(closes)
                .singleElement()
                .satisfies(close -> assertThat(close.getCloseCode().getCode()).isEqualTo(4408));
    }

    @Test
    void closesBehindWhatWaitsAlreadyAndTakesNothingMore() {
        outbox.send("last words");
        outbox.closeAfterwards(4403, "not here");
        outbox.send("too late");
        runTasks();

        assertThat(sent).containsExactly("last words");
        assertThat(closes)
                .singleElement()
                .satisfies(close -> assertThat(close.getCloseCode().getCode()).isEqualTo(4403));
    }

    @Test
    void takesFromAFeedWhatIsThereWhenItCanWrite() {
        Deque<TurnEvent> events = new ArrayDeque<>();
        outbox.open(feed(events, 0));
        runTasks();
        assertThat(sent).isEmpty();
        events.add(new TurnEvent.Chunk(new UUID(0, 1), 1, "a"));
        outbox.wake();
        outbox.wake();

        assertThat(tasks).hasSize(1);
        runTasks();
        assertThat(sent).singleElement().asString().contains("\"content\":\"a\"");
    }

    @Test
    void closesAReaderThatAsksForMoreThanItReads() {
        outbox.open(feed(new ArrayDeque<>(), 200_000));
        outbox.open(feed(new ArrayDeque<>(), 200_000));
        runTasks();

        assertThat(closes)
                .singleElement()
                .satisfies(close -> assertThat(close.getCloseCode().getCode()).isEqualTo(4408));
    }

    private static TurnFeed feed(Deque<TurnEvent> events, int unread) {
        return new TurnFeed() {
            @Override
            public TurnEvent next() {
                return events.poll();
            }

            @Override
            public boolean isOver() {
                return false;
            }

            @Override
            public int unread() {
                return unread;
            }
        };
    }

    @Test
    void writesNothingOnceTheSocketIsGone() {
        outbox.send("a");
        outbox.discard();
        runTasks();

        assertThat(sent).isEmpty();
    }

    @Test
    void noticesAWriteThatHangs() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Session stuck = sessionSending(() -> {
            entered.countDown();
            await(released);
        });
        ExecutorService pool = Executors.newSingleThreadExecutor();
        Outbox hanging = new Outbox(stuck, pool);

        assertThat(hanging.hasHungFor(Duration.ZERO)).isFalse();
        hanging.send("never read");
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(hanging.hasHungFor(Duration.ZERO)).isTrue();
        assertThat(hanging.hasHungFor(Duration.ofMinutes(1))).isFalse();
        released.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(hanging.hasHungFor(Duration.ZERO)).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Session sessionSending(Runnable send) {
        RemoteEndpoint.Basic remote = proxy(RemoteEndpoint.Basic.class, (method, args) -> {
            send.run();
            return null;
        });
        return proxy(Session.class, (method, args) -> method.equals("getBasicRemote") ? remote : null);
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private Session session() {
        RemoteEndpoint.Basic remote = proxy(RemoteEndpoint.Basic.class, (method, args) -> {
            if (method.equals("sendText")) {
                assertThat(writers.incrementAndGet()).isEqualTo(1);
                sent.add((String) args[0]);
                writers.decrementAndGet();
            }
            return null;
        });
        return proxy(Session.class, (method, args) -> {
            if (method.equals("getBasicRemote")) {
                return remote;
            }
            if (method.equals("close")) {
                closes.add((CloseReason) args[0]);
            }
            return null;
        });
    }

    private interface Call {
        Object on(String method, Object[] args);
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> call.on(method.getName(), args)));
    }
}
