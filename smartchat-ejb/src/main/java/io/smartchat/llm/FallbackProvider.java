package io.smartchat.llm;

import io.smartchat.platform.SmartChatException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Asks a second provider where the first one fails before its answer began; one answer never has two authors. */
final class FallbackProvider implements ChatProvider {

    private final ChatProvider primary;
    private final ChatProvider fallback;
    private final Executor executor;

    /** @param executor asks the fallback, as the failure may come on a thread that must not wait */
    FallbackProvider(ChatProvider primary, ChatProvider fallback, Executor executor) {
        this.primary = primary;
        this.fallback = fallback;
        this.executor = executor;
    }

    @Override
    public AnswerStream answer(AnswerRequest request, AnswerListener listener) {
        Relay relay = new Relay(request, listener);
        relay.running(primary.answer(request, relay));
        return relay;
    }

    private final class Relay implements AnswerListener, AnswerStream {

        private final AnswerRequest request;
        private final AnswerListener listener;
        private final List<AnswerStream> streams = new ArrayList<>();
        private boolean cancelled;
        private volatile boolean begun;

        Relay(AnswerRequest request, AnswerListener listener) {
            this.request = request;
            this.listener = listener;
        }

        @Override
        public void onText(String delta) {
            begun = true;
            listener.onText(delta);
        }

        @Override
        public void onComplete(Completion completion) {
            listener.onComplete(completion);
        }

        @Override
        public void onError(SmartChatException error) {
            if (begun) {
                listener.onError(error);
            } else {
                executor.execute(() -> askFallback(error));
            }
        }

        @Override
        public void cancel() {
            List<AnswerStream> open;
            synchronized (this) {
                cancelled = true;
                open = List.copyOf(streams);
            }
            open.forEach(AnswerStream::cancel);
        }

        private void askFallback(SmartChatException primarysError) {
            if (!isCancelled()) {
                running(fallback.answer(request, new LastResort(listener, primarysError)));
            }
        }

        private void running(AnswerStream stream) {
            boolean late;
            synchronized (this) {
                streams.add(stream);
                late = cancelled;
            }
            if (late) {
                stream.cancel();
            }
        }

        private synchronized boolean isCancelled() {
            return cancelled;
        }
    }

    /** Where nobody answers, the tenant's first choice has the word: what it says of a later try is worth the most. */
    private static final class LastResort implements AnswerListener {

        private final AnswerListener listener;
        private final SmartChatException primarysError;
        private boolean begun;

        LastResort(AnswerListener listener, SmartChatException primarysError) {
            this.listener = listener;
            this.primarysError = primarysError;
        }

        @Override
        public void onText(String delta) {
            begun = true;
            listener.onText(delta);
        }

        @Override
        public void onComplete(Completion completion) {
            listener.onComplete(completion);
        }

        @Override
        public void onError(SmartChatException error) {
            listener.onError(begun ? error : primarysError);
        }
    }
}
