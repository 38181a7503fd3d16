package io.smartchat.chat;

import io.smartchat.llm.Usage;
import io.smartchat.platform.SmartChatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One running answer, from which each reader takes at its own pace. The first who is free to take cuts the chunk, so that a
 * chunk has the same number and text for all. Readers come and go; the turn runs on without them.
 */
final class Turn {

    private final UUID questionId;
    private final UUID answerId;
    private final String question;
    private final String sessionId;
    private final AnswerText text = new AnswerText();
    private final List<Told> told = new ArrayList<>();
    private final List<Reading> readings = new CopyOnWriteArrayList<>();
    private boolean closed;
    private int savedSeq;
    private @Nullable TurnEvent end;

    /** What was said beside the text, behind chunk {@code after}. */
    private record Told(int after, TurnEvent event) {}

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
    void read(TurnReader reader, int after) {
        Reading reading;
        synchronized (this) {
            reading = new Reading(reader, after);
            if (end == null) {
                readings.add(reading);
            }
        }
        reader.open(reading);
    }

    void leave(TurnReader reader) {
        readings.removeIf(reading -> reading.reader == reader);
    }

    /** @return how many characters the answer has now */
    int append(String delta) {
        int length;
        synchronized (this) {
            if (!closed) {
                text.append(delta);
            }
            length = text.length();
        }
        wakeAll();
        return length;
    }

    /** Tells readers what is no text, in its place between the chunks. */
    void tell(TurnEvent event) {
        synchronized (this) {
            if (end == null) {
                text.cut();
                told.add(new Told(text.lastSeq(), event));
            }
        }
        wakeAll();
    }

    boolean isUnread() {
        return readings.isEmpty();
    }

    synchronized AnswerSoFar soFar() {
        text.cut();
        return text.soFar();
    }

    /** The answer as it stands, if it grew since the last call. */
    synchronized Optional<AnswerSoFar> grown() {
        text.cut();
        boolean grew = !closed && text.lastSeq() > savedSeq;
        savedSeq = text.lastSeq();
        return grew ? Optional.of(text.soFar()) : Optional.empty();
    }

    /** Nothing more is appended; what is left of the text is cut, and the whole answer returned. */
    synchronized AnswerSoFar close() {
        closed = true;
        text.close();
        return text.soFar();
    }

    void finish(MessageStatus status, List<SourceItem> cited, Usage usage) {
        int lastSeq = close().lastSeq();
        if (!cited.isEmpty()) {
            tell(new TurnEvent.Sources(answerId, cited));
        }
        finish(new TurnEvent.Done(answerId, lastSeq, status, usage));
    }

    void fail(SmartChatException error) {
        close();
        finish(new TurnEvent.Failed(answerId, error));
    }

    private void finish(TurnEvent last) {
        synchronized (this) {
            end = last;
        }
        wakeAll();
        readings.clear();
    }

    private void wakeAll() {
        for (Reading reading : readings) {
            reading.reader.wake();
        }
    }

    private final class Reading implements TurnFeed {

        private final TurnReader reader;
        private boolean startDue;
        private int seq;
        private int nextTold;
        private boolean over;

        private Reading(TurnReader reader, int after) {
            this.reader = reader;
            this.startDue = after == 0;
            this.seq = Math.min(Math.max(0, after), text.lastSeq());
        }

        @Override
        public @Nullable TurnEvent next() {
            synchronized (Turn.this) {
                if (startDue) {
                    startDue = false;
                    return new TurnEvent.Started(answerId, questionId, sessionId);
                }
                TurnEvent beside = nextBeside();
                return beside == null ? nextChunkOrEnd() : beside;
            }
        }

        private @Nullable TurnEvent nextBeside() {
            while (nextTold < told.size() && told.get(nextTold).after <= seq) {
                Told next = told.get(nextTold++);
                if (next.after >= seq || next.event instanceof TurnEvent.Sources) {
                    return next.event;
                }
            }
            return null;
        }

        private @Nullable TurnEvent nextChunkOrEnd() {
            if (seq == text.lastSeq()) {
                text.cut();
            }
            if (seq < text.lastSeq()) {
                seq++;
                return new TurnEvent.Chunk(answerId, seq, text.chunk(seq));
            }
            over = end != null;
            TurnEvent last = end;
            return last;
        }

        @Override
        public boolean isOver() {
            synchronized (Turn.this) {
                return over;
            }
        }

        @Override
        public int unread() {
            synchronized (Turn.this) {
                return text.length() - text.end(seq);
            }
        }
    }
}
