package io.smartchat.chat;

import io.smartchat.llm.Usage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why an answer is as it is: what it was made from, by whom and how long that took.
 *
 * @param messageId the answer's
 * @param status how the answer ended; {@code streaming} in a record of one that was interrupted
 * @param errorCode why it failed, else null
 * @param grounding {@code off}, {@code prefer} or {@code strict}
 * @param passages what was found, best first, whether or not the model was shown it
 * @param sure whether the best passage scored at least {@code threshold}
 * @param promptHash of the prompt's fixed wording, in hexadecimal
 * @param configVersion of the tenant's model settings
 * @param provider who answered, which may be the fallback; null if none was asked or none came to an answer
 * @param model as its server names it; null as above
 * @param rounds how often the model was asked
 * @param usage of all rounds together
 * @param citationsRemoved marks of passages that were not given, as the model wrote them
 * @param unsupported sentences that neither a cited passage nor a tool's result supports
 */
public record Evidence(
        UUID messageId,
        String question,
        String status,
        @Nullable String errorCode,
        String grounding,
        List<FoundPassage> passages,
        boolean sure,
        double threshold,
        int promptVersion,
        String promptHash,
        int configVersion,
        @Nullable String provider,
        @Nullable String model,
        int rounds,
        @Nullable String finishReason,
        Usage usage,
        List<Lookup> toolCalls,
        List<String> citationsRemoved,
        List<String> unsupported,
        Times times) {

    /**
     * A passage with its scores, each 0..1.
     *
     * @param n what the answer cites it by
     * @param page 1-based, null where the document has none
     * @param shown whether the model was given it
     */
    public record FoundPassage(
            int n,
            UUID sourceId,
            String filename,
            @Nullable Integer page,
            long chunkId,
            double score,
            double vectorScore,
            double lexicalScore,
            boolean shown) {}

    /**
     * A tool call.
     *
     * @param arguments as the model wrote them, cut at 4,000 characters
     * @param status {@code done}, {@code refused}, {@code failed}, or {@code malformed} where nothing ran
     * @param executed what ran, as JSON; its shape is the tool's
     * @param result the beginning of what the model was told
     */
    public record Lookup(
            int round,
            String name,
            String arguments,
            String status,
            @Nullable Integer rowCount,
            String executed,
            String result,
            long elapsedMs) {}

    /**
     * Milliseconds since the question came in.
     *
     * @param queued until its passages were looked up
     * @param retrieval how long that took; null where it was not done
     * @param firstToken until the first word came from the model, null if none did
     * @param total until the end
     */
    public record Times(
            long queuedMs,
            @Nullable Long retrievalMs,
            @Nullable Long firstTokenMs,
            long totalMs) {}
}
