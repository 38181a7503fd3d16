package io.smartchat.llm.builtin;

import io.smartchat.llm.AnswerListener;
import io.smartchat.llm.AnswerRequest;
import io.smartchat.llm.AnswerStream;
import io.smartchat.llm.ChatProvider;
import io.smartchat.llm.Completion;
import io.smartchat.llm.Embeddings;
import io.smartchat.llm.LlmProvider;
import io.smartchat.llm.Usage;
import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Answers with the sentences of the passages that answer best, cited; says so where none does. */
final class BuiltinProvider implements ChatProvider {

    private static final int PASSAGES = 8;
    /** Below it the best statement is probably about something else; measured, see docs/retrieval.md. */
    private static final double ENOUGH = 0.65;

    private static final double ENOUGH_BY_WORDS = 0.56;
    private static final int WIDEST_DELTA = 12;

    private final StatementScorer scorer;
    private final Executor executor;
    private final Executor nextDelta;

    /** With each delta right behind the other. */
    BuiltinProvider(Embeddings embeddings, Executor executor) {
        this(embeddings, executor, Runnable::run);
    }

    /** @param nextDelta runs what says the next delta, when it is time for it */
    BuiltinProvider(Embeddings embeddings, Executor executor, Executor nextDelta) {
        this.scorer = new StatementScorer(embeddings);
        this.executor = executor;
        this.nextDelta = nextDelta;
    }

    @Override
    public AnswerStream answer(AnswerRequest request, AnswerListener listener) {
        AtomicBoolean cancelled = new AtomicBoolean();
        executor.execute(() -> stream(request, listener, cancelled));
        return () -> cancelled.set(true);
    }

    private void stream(AnswerRequest request, AnswerListener listener, AtomicBoolean cancelled) {
        String answer;
        try {
            answer = text(request);
        } catch (RuntimeException e) {
            if (!cancelled.get()) {
                listener.onError(new SmartChatException(
                        ErrorCode.LLM_UNAVAILABLE, "The assistant can't answer right now. Please try again.", e));
            }
            return;
        }
        say(answer, 0, listener, cancelled);
    }

    private void say(String answer, int start, AnswerListener listener, AtomicBoolean cancelled) {
        if (cancelled.get()) {
            return;
        }
        if (start == answer.length()) {
            listener.onComplete(Completion.of(LlmProvider.BUILTIN, Usage.NONE));
            return;
        }
        int end = endOfDelta(answer, start);
        listener.onText(answer.substring(start, end));
        nextDelta.execute(() -> say(answer, end, listener, cancelled));
    }

    String text(AnswerRequest request) {
        Language language = Language.of(request.question());
        List<Statement> statements = request.excerpts().stream()
                .limit(PASSAGES)
                .flatMap(excerpt -> Statements.of(excerpt).stream())
                .toList();
        if (statements.isEmpty()) {
            return noAnswer(request, language);
        }
        double enough = scorer.understands(language) ? ENOUGH : ENOUGH_BY_WORDS;
        return Quotation.of(statements, scorer.score(request.question(), language, statements), enough)
                .orElseGet(() -> noAnswer(request, language));
    }

    private static String noAnswer(AnswerRequest request, Language language) {
        String own = request.noAnswer();
        return own == null ? DontKnow.in(language) : own;
    }

    /** A word with the space after it; a script without spaces goes a few characters at a time. */
    private static int endOfDelta(String text, int start) {
        int end = start;
        int widest = Math.min(text.length(), start + WIDEST_DELTA);
        while (end < widest && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
            end++;
        }
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
