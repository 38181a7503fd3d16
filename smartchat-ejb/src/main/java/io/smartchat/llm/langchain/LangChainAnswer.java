package io.smartchat.llm.langchain;

import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.smartchat.llm.AnswerListener;
import io.smartchat.llm.AnswerStream;
import io.smartchat.llm.LlmProvider;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a language model on its way to the listener, which hears of exactly one end. Before the first token it is
 * tried again; no thread waits for that.
 */
final class LangChainAnswer implements AnswerStream, Attempt.Outcome {

    private final LlmProvider provider;
    private final AnswerListener listener;
    private final ModelFaults faults;
    private final Waiting waiting;
    private final Consumer<Attempt> asking;
    private final Watchdog watchdog;
    private final SerialDelivery delivery = new SerialDelivery();
    private final AtomicBoolean finished = new AtomicBoolean();
    private volatile int failures;
    private volatile @Nullable Attempt current;
    private volatile @Nullable CompletableFuture<Void> pausing;

    /** @param asking sends the request for an attempt */
    LangChainAnswer(
            LlmProvider provider,
            AnswerListener listener,
            ModelFaults faults,
            Waiting waiting,
            Consumer<Attempt> asking) {
        this.provider = provider;
        this.listener = listener;
        this.faults = faults;
        this.waiting = waiting;
        this.asking = asking;
        this.watchdog = new Watchdog(waiting.timeouts(), waiting.executor(), this::expired);
    }

    LangChainAnswer start() {
        watchdog.start();
        attempt();
        return this;
    }

    private void attempt() {
        Attempt next = new Attempt(watchdog, waiting.clock(), this, provider == LlmProvider.OLLAMA);
        current = next;
        if (finished.get()) {
            return;
        }
        try {
            asking.accept(next);
        } catch (RuntimeException e) {
            next.onError(e);
        }
        if (finished.get()) {
            next.cancel();
        }
    }

    @Override
    public void text(String text) {
        if (!finished.get()) {
            delivery.deliver(() -> listener.onText(text));
        }
    }

    @Override
    public void complete(ChatResponse response) {
        if (finish()) {
            delivery.deliver(() -> listener.onComplete(Completions.of(provider, response)));
        }
    }

    @Override
    public void failed(Throwable failure) {
        Optional<Duration> wait =
                watchdog.tokenSeen() ? Optional.empty() : waiting.retries().after(++failures, failure);
        if (wait.isPresent() && watchdog.leavesTimeAfter(wait.get())) {
            againAfter(wait.get());
        } else {
            end(failure);
        }
    }

    @Override
    public void cancel() {
        finish();
        delivery.close();
        cancelAttempt();
    }

    private void againAfter(Duration wait) {
        CompletableFuture<Void> pause =
                new CompletableFuture<Void>().completeOnTimeout(null, wait.toNanos(), TimeUnit.NANOSECONDS);
        pausing = pause;
        pause.thenRunAsync(this::attempt, waiting.executor());
        if (finished.get()) {
            pause.cancel(false);
        }
    }

    private void expired(TimeoutException expiry) {
        end(expiry);
        cancelAttempt();
    }

    private void end(Throwable failure) {
        if (finish()) {
            delivery.deliver(() -> listener.onError(faults.of(failure)));
        }
    }

    private boolean finish() {
        if (!finished.compareAndSet(false, true)) {
            return false;
        }
        watchdog.stop();
        CompletableFuture<Void> pause = pausing;
        if (pause != null) {
            pause.cancel(false);
        }
        return true;
    }

    private void cancelAttempt() {
        Attempt running = current;
        if (running != null) {
            running.cancel();
        }
    }
}
