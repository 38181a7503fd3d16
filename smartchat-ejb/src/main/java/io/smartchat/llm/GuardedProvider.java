package io.smartchat.llm;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Asks a provider as long as its breaker is closed. What counts is whether an answer begins: then the server is there. */
final class GuardedProvider implements ChatProvider {

    private final ChatProvider provider;
    private final CircuitBreaker breaker;
    private final Consumer<SmartChatException> failures;

    /** @param failures hears of each failure of the provider; must not block */
    GuardedProvider(ChatProvider provider, CircuitBreaker breaker, Consumer<SmartChatException> failures) {
        this.provider = provider;
        this.breaker = breaker;
        this.failures = failures;
    }

    @Override
    public AnswerStream answer(AnswerRequest request, AnswerListener listener) {
        if (!breaker.tryAcquirePermission()) {
            listener.onError(new SmartChatException(
                            ErrorCode.LLM_UNAVAILABLE,
                            "The assistant can't be reached right now. Please try again in a moment.")
                    .retryAfter(Breakers.REST));
            return () -> {};
        }
        Permitted permitted = new Permitted(listener);
        boolean started = false;
        try {
            AnswerStream stream = provider.answer(request, permitted);
            started = true;
            return () -> {
                stream.cancel();
                permitted.giveBack();
            };
        } finally {
            if (!started) {
                permitted.giveBack();
            }
        }
    }

    private final class Permitted implements AnswerListener {

        private final AnswerListener listener;
        private final long startedAt = System.nanoTime();
        private final AtomicBoolean told = new AtomicBoolean();

        Permitted(AnswerListener listener) {
            this.listener = listener;
        }

        @Override
        public void onText(String delta) {
            succeeded();
            listener.onText(delta);
        }

        @Override
        public void onComplete(Completion completion) {
            succeeded();
            listener.onComplete(completion);
        }

        @Override
        public void onError(SmartChatException error) {
            if (told.compareAndSet(false, true)) {
                breaker.onError(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS, error);
            }
            failures.accept(error);
            listener.onError(error);
        }

        void giveBack() {
            if (told.compareAndSet(false, true)) {
                breaker.releasePermission();
            }
        }

        private void succeeded() {
            if (!told.get() && told.compareAndSet(false, true)) {
                breaker.onSuccess(System.nanoTime() - startedAt, TimeUnit.NANOSECONDS);
            }
        }
    }
}
