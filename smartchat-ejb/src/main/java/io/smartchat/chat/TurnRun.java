package io.smartchat.chat;

import io.smartchat.llm.AnswerListener;
import io.smartchat.llm.AnswerStream;
import io.smartchat.llm.Completion;
import io.smartchat.llm.Usage;
import io.smartchat.platform.SmartChatException;
import io.smartchat.usage.Spent;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries one answer from the provider to the readers and the database. The provider's thread only appends; whatever
 * writes runs on the executor, and the end is told to readers after it is stored.
 */
final class TurnRun implements AnswerListener {

    /** Far beyond any answer a person reads; a model that never ends is stopped here. */
    private static final int MAX_ANSWER = 200_000;

    /** The longest wait for a lock, and some more. */
    private static final Duration STORING = Duration.ofSeconds(15);

    private final ChatStore store;
    private final Executor executor;
    private final Runnable whenOver;
    private final @Nullable String clientMessageId;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile @Nullable Turn turn;
    private volatile Given given = Given.NOTHING;
    private volatile boolean refused;
    private volatile long promptCharacters;
    private volatile Usage counted = Usage.NONE;
    private @Nullable AnswerStream stream;

    TurnRun(ChatStore store, Executor executor, @Nullable String clientMessageId, Consumer<TurnRun> whenOver) {
        this.store = store;
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
    void asked(long characters) {
        promptCharacters += characters;
    }

    /** What the answer took, once it is over; a model that never said a word took nothing. */
    Spent spent() {
        int said = begun().soFar().text().length();
        boolean silent = said == 0 && counted.equals(Usage.NONE);
        return promptCharacters == 0 || silent
                ? Spent.NOTHING
                : Spent.of(counted.promptTokens(), counted.completionTokens(), promptCharacters, said);
    }

    /** Answers without asking a provider: nothing was found to answer from. */
    void refuse(String text) {
        refused = true;
        onText(text);
        complete(Usage.NONE);
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

    synchronized void streaming(AnswerStream started) {
        stream = started;
        if (ended.get()) {
            started.cancel();
        }
    }

    /** Ends the answer where it is; the provider's request is closed. */
    void stop() {
        if (ended.compareAndSet(false, true)) {
            cancelStream();
            executor.execute(() -> end(MessageStatus.STOPPED, Usage.NONE));
        }
    }

    @Override
    public void onText(String delta) {
        if (ended.get()) {
            return;
        }
        if (begun().append(delta) > MAX_ANSWER) {
            stop();
        }
    }

    @Override
    public void onComplete(Completion completion) {
        complete(completion.usage());
    }

    private void complete(Usage usage) {
        if (ended.compareAndSet(false, true)) {
            executor.execute(() -> end(
                    refused
                            ? MessageStatus.REFUSED
                            : given.statusOf(begun().close().text()),
                    usage));
        }
    }

    @Override
    public void onError(SmartChatException error) {
        if (ended.compareAndSet(false, true)) {
            executor.execute(() -> fail(error));
        }
    }

    private void end(MessageStatus status, Usage usage) {
        counted = usage;
        Turn over = begun();
        AnswerSoFar answer = over.close();
        List<SourceItem> cited = status == MessageStatus.REFUSED ? List.of() : given.sourcesOf(answer.text());
        try {
            store.finish(over.answerId(), answer, status, cited, usage);
        } finally {
            whenOver.run();
            over.finish(status, cited, usage);
        }
    }

    private void fail(SmartChatException error) {
        Turn over = begun();
        try {
            store.fail(over.answerId(), over.close(), error.code());
        } finally {
            whenOver.run();
            over.fail(error);
        }
    }

    private synchronized void cancelStream() {
        if (stream != null) {
            stream.cancel();
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
