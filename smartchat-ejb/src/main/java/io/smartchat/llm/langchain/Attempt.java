package io.smartchat.llm.langchain;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

/** One request for an answer; tells one outcome, whatever LangChain4j and the connection go on to say. */
final class Attempt implements StreamingChatResponseHandler {

    /** Where an attempt's news goes. */
    interface Outcome {

        void text(String text);

        void complete(ChatResponse response);

        void failed(Throwable failure);
    }

    private final Watchdog watchdog;
    private final Outcome outcome;
    private final boolean completionProvesEnd;
    private final ModelCall call;
    private final AtomicBoolean over = new AtomicBoolean();

    /** @param completionProvesEnd whether LangChain4j reports completion only if the server said that it is done */
    Attempt(Watchdog watchdog, Clock clock, Outcome outcome, boolean completionProvesEnd) {
        this.completionProvesEnd = completionProvesEnd;
        this.watchdog = watchdog;
        this.outcome = outcome;
        this.call = new ModelCall(watchdog, clock, this::streamEnded);
    }

    ModelCall call() {
        return call;
    }

    void cancel() {
        over.set(true);
        call.cancel();
    }

    @Override
    public void onPartialResponse(String text) {
        if (!text.isEmpty() && !over.get()) {
            watchdog.tokenCame();
            outcome.text(text);
        }
    }

    @Override
    public void onPartialThinking(PartialThinking thinking) {
        watchdog.tokenCame();
    }

    @Override
    public void onPartialToolCall(PartialToolCall piece) {
        watchdog.tokenCame();
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        if (!completionProvesEnd && !ended(response)) {
            streamEnded();
        } else if (over.compareAndSet(false, true)) {
            call.letGo();
            outcome.complete(response);
        }
    }

    @Override
    public void onError(Throwable failure) {
        if (over.compareAndSet(false, true)) {
            call.cancel();
            outcome.failed(failure);
        }
    }

    private boolean ended(ChatResponse response) {
        boolean something =
                response.aiMessage().text() != null || response.aiMessage().hasToolExecutionRequests();
        return response.metadata().finishReason() != null || (call.doneSeen() && something);
    }

    private void streamEnded() {
        String words = call.noise().map(noise -> " It said: " + noise).orElse("");
        onError(new ModelStreamException("The stream ended before the answer did." + words));
    }
}
