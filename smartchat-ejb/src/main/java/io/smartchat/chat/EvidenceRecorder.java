package io.smartchat.chat;

import io.smartchat.llm.Completion;
import io.smartchat.llm.LlmConfig;
import io.smartchat.llm.Usage;
import io.smartchat.platform.ErrorCode;
import io.smartchat.rag.Passage;
import io.smartchat.tool.ToolRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Takes down what happens in a turn, from whichever thread it happens on. */
final class EvidenceRecorder {

    private static final int MOST_ARGUMENTS = 4000;
    private static final int MOST_RESULT = 2000;
    private static final int MOST_NOTES = 100;

    private final long startedAt = System.nanoTime();
    private final List<Evidence.FoundPassage> passages = new ArrayList<>();
    private final List<Evidence.Lookup> lookups = new ArrayList<>();
    private final List<String> citationsRemoved = new ArrayList<>();
    private final List<String> unsupported = new ArrayList<>();
    private String grounding = "";
    private boolean sure;
    private double threshold;
    private int configVersion;
    private long queuedMs;
    private @Nullable Long retrievalMs;
    private @Nullable Long firstTokenMs;
    private @Nullable Completion last;
    private int rounds;
    private Usage usage = Usage.NONE;

    synchronized void configured(LlmConfig config, double scoreNeeded) {
        queuedMs = elapsed();
        grounding = config.grounding().wireName();
        configVersion = config.version();
        threshold = scoreNeeded;
    }

    synchronized void found(List<Passage> passagesFound, boolean surely, boolean shown) {
        retrievalMs = elapsed() - queuedMs;
        sure = surely;
        for (Passage passage : passagesFound) {
            passages.add(new Evidence.FoundPassage(
                    passages.size() + 1,
                    passage.sourceId(),
                    passage.filename(),
                    passage.page(),
                    passage.chunkId(),
                    passage.score(),
                    passage.vectorScore(),
                    passage.lexicalScore(),
                    shown));
        }
    }

    synchronized void asked() {
        rounds++;
    }

    synchronized void textCame() {
        if (firstTokenMs == null) {
            firstTokenMs = elapsed();
        }
    }

    synchronized void completed(Completion completion) {
        last = completion;
        usage = new Usage(
                usage.promptTokens() + completion.usage().promptTokens(),
                usage.completionTokens() + completion.usage().completionTokens());
    }

    synchronized void looked(ToolRun run) {
        lookups.add(new Evidence.Lookup(
                rounds,
                cut(run.request().name(), 100),
                cut(run.request().arguments(), MOST_ARGUMENTS),
                run.status().wireName(),
                run.rowCount(),
                run.details().toString(),
                cut(run.text(), MOST_RESULT),
                run.millis()));
    }

    synchronized void citationRemoved(String mark) {
        note(citationsRemoved, mark);
    }

    synchronized void unsupported(String sentence) {
        note(unsupported, sentence);
    }

    synchronized Usage usage() {
        return usage;
    }

    synchronized Evidence evidence(Turn turn, MessageStatus status, @Nullable ErrorCode error) {
        return new Evidence(
                turn.answerId(),
                turn.question(),
                status.wireName(),
                error == null ? null : error.code(),
                grounding,
                List.copyOf(passages),
                sure,
                threshold,
                Prompt.VERSION,
                Prompt.HASH,
                configVersion,
                last == null ? null : last.provider().wireName(),
                last == null ? null : last.model(),
                rounds,
                last == null ? null : String.valueOf(last.finishReason()),
                usage,
                List.copyOf(lookups),
                List.copyOf(citationsRemoved),
                List.copyOf(unsupported),
                new Evidence.Times(queuedMs, retrievalMs, firstTokenMs, elapsed()));
    }

    private long elapsed() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt);
    }

    private static void note(List<String> notes, String text) {
        if (notes.size() < MOST_NOTES) {
            notes.add(cut(text, MOST_RESULT));
        }
    }

    private static String cut(@Nullable String text, int longest) {
        if (text == null) {
            return "";
        }
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
