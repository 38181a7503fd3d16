package io.smartchat.llm.langchain;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.smartchat.llm.AnswerListener;
import io.smartchat.llm.AnswerStream;
import io.smartchat.llm.Completion;
import io.smartchat.llm.LlmProvider;
import io.smartchat.llm.Usage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One answer of a language model on its way to the listener, which hears of exactly one end. */
final class LangChainAnswer implements StreamingChatResponseHandler, AnswerStream {

    private final LlmProvider provider;
    private final AnswerListener listener;
    private final ModelFaults faults;
    private final boolean completionProvesEnd;
    private final ModelCall call;
    private final SerialDelivery delivery = new SerialDelivery();
    private final AtomicBoolean finished = new AtomicBoolean();

    /** @param completionProvesEnd whether LangChain4j reports completion only if the server said that it is done */
    LangChainAnswer(
            LlmProvider provider,
            AnswerListener listener,
            ModelFaults faults,
            LlmTimeouts timeouts,
            boolean completionProvesEnd) {
        this.provider = provider;
        this.listener = listener;
        this.faults = faults;
        this.completionProvesEnd = completionProvesEnd;
        this.call = new ModelCall(timeouts, this::streamEnded);
    }

    ModelCall call() {
        return call;
    }

    @Override
    public void onPartialResponse(String text) {
        call.tokenCame();
        if (!text.isEmpty() && !finished.get()) {
            delivery.deliver(() -> listener.onText(text));
        }
    }

    @Override
    public void onPartialThinking(PartialThinking thinking) {
        call.tokenCame();
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        boolean ended = completionProvesEnd || response.metadata().finishReason() != null || call.doneSeen();
        if (!ended) {
            streamEnded();
        } else if (finished.compareAndSet(false, true)) {
            Completion completion = completion(response);
            delivery.deliver(() -> listener.onComplete(completion));
        }
    }

    @Override
    public void onError(Throwable failure) {
        if (finished.compareAndSet(false, true)) {
            call.cancel();
            delivery.deliver(() -> listener.onError(faults.of(failure)));
        }
    }

    @Override
    public void cancel() {
        finished.set(true);
        delivery.close();
        call.cancel();
    }

    private void streamEnded() {
        onError(new ModelStreamException("The stream ended before the answer did."));
    }

    private Completion completion(ChatResponse response) {
        FinishReason reason = response.metadata().finishReason();
        String served = response.metadata().modelName();
        return new Completion(
                usage(response.metadata().tokenUsage()),
                reason == null ? FinishReason.OTHER : reason,
                response.aiMessage().toolExecutionRequests(),
                provider,
                served == null ? "" : served);
    }

    private static Usage usage(@Nullable TokenUsage counted) {
        return counted == null
                ? Usage.NONE
                : new Usage(orZero(counted.inputTokenCount()), orZero(counted.outputTokenCount()));
    }

    private static int orZero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
