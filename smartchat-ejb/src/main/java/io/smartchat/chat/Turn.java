package io.smartchat.chat;

import io.smartchat.llm.Usage;
import io.smartchat.platform.SmartChatException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One running answer: numbers its chunks, remembers them, and hands each to whoever reads along. Readers come and go; the
 * turn runs on without them.
 */
final class Turn {

    private final UUID questionId;
    private final UUID answerId;
    private final String question;
    private final String sessionId;
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> ends = new ArrayList<>();
    private final List<Consumer<TurnEvent>> readers = new ArrayList<>();
    private @Nullable TurnEvent sources;
    private @Nullable TurnEvent end;

    Turn(BegunTurn begun, String sessionId) {
        this.questionId = begun.questionId();
        this.answerId = begun.answerId();
        this.question = begun.question();
        this.sessionId = sessionId;
    }

    String question() {
        return question;
    }

    UUID answerId() {
        return answerId;
    }

    /** Gives {@code reader} what came behind chunk {@code after}, then everything to come. */
    synchronized void read(Consumer<TurnEvent> reader, int after) {
        if (after == 0) {
            reader.accept(new TurnEvent.Started(answerId, questionId, sessionId));
        }
        int seq = after;
        for (String chunk : soFar().chunksAfter(after)) {
            seq++;
            reader.accept(new TurnEvent.Chunk(answerId, seq, chunk));
        }
        if (sources != null) {
            reader.accept(sources);
        }
        if (end != null) {
            reader.accept(end);
        } else {
            readers.add(reader);
        }
    }

    synchronized void leave(Consumer<TurnEvent> reader) {
        readers.remove(reader);
    }

    /** @return how many characters the answer has now */
    synchronized int append(String delta) {
        if (end == null && !delta.isEmpty()) {
            text.append(delta);
            ends.add(text.length());
            emit(new TurnEvent.Chunk(answerId, ends.size(), delta));
        }
        return text.length();
    }

    /** Tells those who read along now; nobody who comes later needs to know. */
    synchronized void tell(TurnEvent.ToolUsed event) {
        if (end == null) {
            emit(event);
        }
    }

    synchronized boolean isUnread() {
        return readers.isEmpty();
    }

    synchronized AnswerSoFar soFar() {
        return new AnswerSoFar(text.toString(), List.copyOf(ends));
    }

    synchronized void finish(MessageStatus status, List<SourceItem> cited, Usage usage) {
        if (!cited.isEmpty()) {
            sources = new TurnEvent.Sources(answerId, cited);
            emit(sources);
        }
        finish(new TurnEvent.Done(answerId, ends.size(), status, usage));
    }

    synchronized void fail(SmartChatException error) {
        finish(new TurnEvent.Failed(answerId, error));
    }

    private void finish(TurnEvent last) {
        end = last;
        emit(last);
        readers.clear();
    }

    private void emit(TurnEvent event) {
        List.copyOf(readers).forEach(reader -> reader.accept(event));
    }
}
