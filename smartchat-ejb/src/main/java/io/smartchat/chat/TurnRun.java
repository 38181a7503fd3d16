package io.smartchat.chat;

import io.smartchat.llm.Usage;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tool.ToolRun;
import io.smartchat.usage.Spent;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries one answer to the readers and the database. The provider's thread only appends; whatever writes runs on the
 * executor, and the end is told to readers after it is stored.
 */
final class TurnRun {

    /** Far beyond any answer a person reads; a model that never ends is stopped here. */
    static final int MAX_ANSWER = 200_000;

    private static final Runnable NOTHING = () -> {};

    /** The longest wait for a lock, and some more. */
    private static final Duration STORING = Duration.ofSeconds(15);

    private final ChatStore store;
    private final GroupCommit together;
    private final Executor executor;
    private final Runnable whenOver;
    private final @Nullable String clientMessageId;
    private final EvidenceRecorder evidence = new EvidenceRecorder();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CountDownLatch settled = new CountDownLatch(1);
    private final AtomicInteger readings = new AtomicInteger();
    private volatile @Nullable Turn turn;
    private volatile Given given = Given.NOTHING;
    private volatile boolean refused;
    private volatile long promptCharacters;
    private Runnable cancellation = NOTHING;

    TurnRun(
            ChatStore store,
            GroupCommit together,
            Executor executor,
            @Nullable String clientMessageId,
            Consumer<TurnRun> whenOver) {
        this.store = store;
        this.together = together;
        this.executor = executor;
        this.clientMessageId = clientMessageId;
        this.whenOver = () -> whenOver.accept(this);
    }

    void begin(Turn begun) {
        turn = begun;
        settled.countDown();
    }

    /** The question could not be stored. */
    void giveUp() {
        settled.countDown();
        whenOver.run();
    }

    /** The turn as soon as its question is stored; null if that fails or takes longer than the database may. */
    @Nullable
    Turn awaitTurn() {
        try {
            return settled.await(STORING.toSeconds(), TimeUnit.SECONDS) ? turn : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    void gave(Given shown) {
        given = shown;
    }

    /** A model is about to be sent this much. */
    synchronized void asked(long characters) {
        promptCharacters += characters;
    }

    /** What the answer took, once it is over; a model that never said a word took nothing. */
    Spent spent() {
        Turn over = turn;
        if (over == null) {
            return Spent.NOTHING;
        }
        Usage counted = evidence.usage();
        int said = over.soFar().text().length();
        boolean silent = said == 0 && counted.equals(Usage.NONE);
        return promptCharacters == 0 || silent
                ? Spent.NOTHING
                : Spent.of(counted.promptTokens(), counted.completionTokens(), promptCharacters, said);
    }

    EvidenceRecorder evidence() {
        return evidence;
    }

    Executor executor() {
        return executor;
    }

    boolean isOver() {
        return ended.get();
    }

    boolean answers(UUID answerId) {
        Turn current = turn;
        return current != null && current.answerId().equals(answerId);
    }

    boolean answersClientMessage(@Nullable String id) {
        return id != null && id.equals(clientMessageId);
    }

    @Nullable
    Turn turn() {
        return turn;
    }

    void read(TurnReader reader, int after) {
        readings.incrementAndGet();
        begun().read(reader, after);
    }

    /** The reader is gone. If it was the last, and nobody comes for {@code patience}, the answer is stopped. */
    void leave(TurnReader reader, Duration patience) {
        Turn left = turn;
        if (left == null) {
            return;
        }
        left.leave(reader);
        if (left.isUnread() && !ended.get()) {
            int last = readings.get();
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS, executor)
                    .execute(() -> {
                        if (readings.get() == last && left.isUnread()) {
                            stop();
                        }
                    });
        }
    }

    /** What is going on now, and how it is ended when the visitor stops the answer: at once if that was before. */
    void working(Runnable cancel) {
        synchronized (this) {
            if (!ended.get()) {
                cancellation = cancel;
                return;
            }
        }
        cancel.run();
    }

    /** Ends the answer where it is; the provider's request is closed. */
    void stop() {
        if (end()) {
            executor.execute(() -> end(MessageStatus.STOPPED));
        }
    }

    void tell(ToolRun run) {
        Turn current = begun();
        current.tell(new TurnEvent.ToolUsed(
                current.answerId(), run.request().name(), run.label(), run.status(), run.rowCount()));
    }

    /** @param text may be empty */
    void append(String text) {
        if (ended.get() || text.isEmpty()) {
            return;
        }
        if (begun().append(text) > MAX_ANSWER) {
            stop();
        }
    }

    void complete() {
        if (end()) {
            executor.execute(() -> end(
                    refused
                            ? MessageStatus.REFUSED
                            : given.statusOf(begun().close().text())));
        }
    }

    /** It came to its end, and says only that it does not know. */
    void completeRefused() {
        refused = true;
        complete();
    }

    /** Answers in our words: there is nothing to answer from. */
    void refuse(String text) {
        refused = true;
        append(text);
        complete();
    }

    void fail(SmartChatException error) {
        if (end()) {
            executor.execute(() -> storeFailure(error));
        }
    }

    /** @return whether it was not over before */
    private boolean end() {
        Runnable cancel;
        synchronized (this) {
            if (!ended.compareAndSet(false, true)) {
                return false;
            }
            cancel = cancellation;
            cancellation = NOTHING;
        }
        cancel.run();
        return true;
    }

    private void end(MessageStatus status) {
        Turn over = begun();
        AnswerSoFar answer = over.close();
        Usage usage = evidence.usage();
        List<SourceItem> cited = status == MessageStatus.REFUSED ? List.of() : given.sourcesOf(answer.text());
        try {
            Evidence known = evidence.evidence(over, status, null);
            together.commit(() -> store.finish(over.answerId(), answer, status, cited, usage, known));
        } finally {
            whenOver.run();
            over.finish(status, cited, usage);
        }
    }

    private void storeFailure(SmartChatException error) {
        Turn over = begun();
        try {
            AnswerSoFar answer = over.close();
            Evidence known = evidence.evidence(over, MessageStatus.FAILED, error.code());
            together.commit(() -> store.fail(over.answerId(), answer, error.code(), known));
        } finally {
            whenOver.run();
            over.fail(error);
        }
    }

    private Turn begun() {
        Turn current = turn;
        if (current == null) {
            throw new IllegalStateException("the turn has not begun");
        }
        return current;
    }
}
