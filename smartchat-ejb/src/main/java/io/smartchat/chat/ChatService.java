package io.smartchat.chat;

import io.smartchat.identity.Visitor;
import io.smartchat.llm.Usage;
import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantId;
import io.smartchat.usage.UsageMeter;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one path of a turn: question, passages, prompt, model, answer. Calls block while they look up passages, so they
 * belong on an executor; what happens is there for the reader to take, in order.
 */
@ApplicationScoped
public class ChatService {

    private static final System.Logger LOG = System.getLogger(ChatService.class.getName());
    private static final int MAX_MESSAGE = 8000;
    private static final Pattern SESSION_ID = Pattern.compile("[A-Za-z0-9_-]{16,128}");

    @Resource
    private ManagedExecutorService managed;

    private final Executor executor;
    private final Admission admission;
    private final UsageMeter meter;
    private final ChatStore store;
    private final GroupCommit together;
    private final RunningTurns running;
    private final Answering answering;
    private final ChatSettings settings;

    @Inject
    ChatService(
            Admission admission,
            UsageMeter meter,
            ChatStore store,
            GroupCommit together,
            RunningTurns running,
            Answering answering,
            ChatSettings settings) {
        this.admission = admission;
        this.meter = meter;
        this.store = store;
        this.together = together;
        this.running = running;
        this.answering = answering;
        this.settings = settings;
        this.executor = task -> managed.execute(task);
    }

    /** With an executor of the caller's, outside a container. */
    ChatService(
            Admission admission,
            UsageMeter meter,
            ChatStore store,
            GroupCommit together,
            RunningTurns running,
            Answering answering,
            ChatSettings settings,
            Executor executor) {
        this.admission = admission;
        this.meter = meter;
        this.store = store;
        this.together = together;
        this.running = running;
        this.answering = answering;
        this.settings = settings;
        this.executor = executor;
    }

    protected ChatService() {
        this(null, null, null, null, null, null, null);
    }

    /** Stores the question and answers it. A question whose client id is known is answered with the turn it began. */
    public void ask(Question question, TurnReader reader) {
        requireSession(question.sessionId());
        requireText(question.text());
        TurnRun run = newRun(question.tenant(), question.sessionId(), question.clientMessageId());
        if (!running.start(question.sessionId(), run)) {
            readAlong(question, reader);
            return;
        }
        BegunTurn begun = begin(question.sessionId(), run, () -> admission.begin(question));
        if (begun.repeated()) {
            running.end(question.sessionId(), run);
            resume(question.tenant(), question.sessionId(), question.visitor(), begun.answerId(), 0, reader);
            return;
        }
        answer(question.tenant(), question.visitor(), run, begun, reader);
    }

    /**
     * Answers the last question anew.
     *
     * @param network as in {@link Question}
     */
    public void regenerate(
            TenantId tenant, String sessionId, Visitor visitor, UUID answerId, String network, TurnReader reader) {
        requireSession(sessionId);
        TurnRun run = newRun(tenant, sessionId, null);
        if (!running.start(sessionId, run)) {
            throw busy();
        }
        BegunTurn begun =
                begin(sessionId, run, () -> admission.beginAgain(tenant, sessionId, visitor, answerId, network));
        answer(tenant, visitor, run, begun, reader);
    }

    /** Goes on telling an answer behind chunk {@code after}, from memory while it runs, else from the database. */
    public void resume(
            TenantId tenant, String sessionId, Visitor visitor, UUID answerId, int after, TurnReader reader) {
        StoredAnswer stored = store.answer(tenant, sessionId, visitor, answerId).orElseThrow(ChatStore::noSuchAnswer);
        TurnRun run = running.answering(sessionId, answerId).orElse(null);
        if (run != null) {
            run.read(reader, after);
            return;
        }
        replay(store.answer(tenant, sessionId, visitor, answerId).orElse(stored), sessionId, after, reader);
    }

    /** Stops the session's running answer, if there is one and it is this visitor's. */
    public void stop(TenantId tenant, String sessionId, Visitor visitor) {
        running.inSession(sessionId)
                .filter(run -> store.owns(tenant, sessionId, visitor))
                .ifPresent(TurnRun::stop);
    }

    /** The reader's socket is gone; the answer runs on for a while, for a reader who comes back. */
    public void leave(String sessionId, TurnReader reader) {
        running.inSession(sessionId).ifPresent(run -> run.leave(reader, settings.abandonedAfter()));
    }

    private TurnRun newRun(TenantId tenant, String sessionId, @Nullable String clientMessageId) {
        return new TurnRun(store, together, executor, clientMessageId, run -> {
            running.end(sessionId, run);
            meter.spent(tenant, run.spent());
        });
    }

    private BegunTurn begin(String sessionId, TurnRun run, Supplier<BegunTurn> begin) {
        try {
            BegunTurn begun = begin.get();
            run.begin(new Turn(begun, sessionId));
            return begun;
        } catch (RuntimeException e) {
            run.giveUp();
            throw e;
        }
    }

    private void answer(TenantId tenant, Visitor visitor, TurnRun run, BegunTurn begun, TurnReader reader) {
        run.read(reader, 0);
        try {
            answering.start(tenant, visitor, begun, run);
        } catch (SmartChatException e) {
            run.fail(e);
        } catch (RuntimeException | LinkageError e) {
            LOG.log(System.Logger.Level.ERROR, "A turn failed before its answer began", e);
            run.fail(new SmartChatException(
                    ErrorCode.INTERNAL, "Something went wrong on our side. Please try again.", e));
        }
    }

    private void readAlong(Question question, TurnReader reader) {
        TurnRun current = running.inSession(question.sessionId())
                .filter(run -> run.answersClientMessage(question.clientMessageId()))
                .orElseThrow(ChatService::busy);
        Turn turn = current.awaitTurn();
        if (turn == null) {
            throw busy();
        }
        resume(question.tenant(), question.sessionId(), question.visitor(), turn.answerId(), 0, reader);
    }

    private static void replay(StoredAnswer stored, String sessionId, int after, TurnReader reader) {
        UUID id = stored.id();
        List<TurnEvent> events = new ArrayList<>();
        if (after == 0 && stored.questionId() != null) {
            events.add(new TurnEvent.Started(id, stored.questionId(), sessionId));
        }
        List<String> missed = stored.answer().chunksAfter(after);
        for (int i = 0; i < missed.size(); i++) {
            events.add(new TurnEvent.Chunk(id, after + i + 1, missed.get(i)));
        }
        if (!stored.sources().isEmpty()) {
            events.add(new TurnEvent.Sources(id, stored.sources()));
        }
        events.add(end(stored));
        reader.open(new Replay(events));
    }

    private static TurnEvent end(StoredAnswer stored) {
        return switch (stored.status()) {
            case COMPLETE, STOPPED, REFUSED, REPLACED -> done(stored);
            case STREAMING, INTERRUPTED -> new TurnEvent.Failed(stored.id(), Failures.of(ErrorCode.INTERRUPTED.code()));
            case FAILED -> new TurnEvent.Failed(stored.id(), Failures.of(stored.errorCode()));
        };
    }

    private static TurnEvent done(StoredAnswer stored) {
        MessageStatus status = stored.status() == MessageStatus.REPLACED ? MessageStatus.COMPLETE : stored.status();
        Usage usage = stored.usage();
        return new TurnEvent.Done(stored.id(), stored.answer().lastSeq(), status, usage);
    }

    private static SmartChatException busy() {
        return new SmartChatException(
                ErrorCode.BUSY, "The last question is still being answered. Please wait a moment.");
    }

    private static void requireSession(String sessionId) {
        if (!SESSION_ID.matcher(sessionId).matches()) {
            throw new SmartChatException(
                    ErrorCode.INVALID_JSON, "A session id has 16 to 128 letters, digits, hyphens or underscores.");
        }
    }

    private static void requireText(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new SmartChatException(ErrorCode.EMPTY_MESSAGE, "Please write a question first.");
        }
        if (text.length() > MAX_MESSAGE) {
            throw new SmartChatException(
                    ErrorCode.MESSAGE_TOO_LONG, "Please keep your message under 8,000 characters.");
        }
    }
}
