package io.smartchat.llm;

import io.smartchat.platform.SmartChatException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A listener that remembers what it heard, and lets a test wait for it. */
public final class RecordedAnswer implements AnswerListener {

    private final List<String> deltas = new CopyOnWriteArrayList<>();
    private final List<Completion> completions = new CopyOnWriteArrayList<>();
    private final List<SmartChatException> errors = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    private volatile long endedAt;

    @Override
    public void onText(String delta) {
        deltas.add(delta);
        first.complete(null);
    }

    @Override
    public void onComplete(Completion completion) {
        completions.add(completion);
        endedAt = System.nanoTime();
        end.complete(null);
    }

    @Override
    public void onError(SmartChatException error) {
        errors.add(error);
        endedAt = System.nanoTime();
        end.complete(null);
    }

    public RecordedAnswer awaitFirstText() {
        await(first);
        return this;
    }

    public RecordedAnswer awaitEnd() {
        await(end);
        return this;
    }

    public boolean endsWithin(Duration patience) {
        try {
            end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    public List<String> deltas() {
        return deltas;
    }

    public String text() {
        return String.join("", deltas);
    }

    public List<Completion> completions() {
        return completions;
    }

    public List<SmartChatException> errors() {
        return errors;
    }

    /** The one error this answer ended with. */
    public SmartChatException error() {
        if (errors.size() != 1 || !completions.isEmpty()) {
            throw new AssertionError("Expected one error, got " + errors + " and completions " + completions);
        }
        return errors.get(0);
    }

    public boolean ended() {
        return end.isDone();
    }

    /** By {@link System#nanoTime()}. */
    public long endedAt() {
        return endedAt;
    }

    private static void await(CompletableFuture<Void> moment) {
        try {
            moment.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("Nothing came", e);
        }
    }
}
