package io.smartchat.llm.langchain;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParsingHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One streamed request to a model server. No thread waits for it: events are handed on from the client's own thread as
 * their bytes come. {@link #cancel()} works from the moment it exists, before the server answered too.
 */
final class ModelCall implements ServerSentEventParsingHandle {

    private static final int MAX_ERROR_BYTES = 16 * 1024;
    private static final long MAX_STREAM_BYTES = 64L * 1024 * 1024;
    private static final String DONE = "[DONE]";

    /** For the last bytes of a response whose answer is complete; read, they let the connection be used again. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final Watchdog watchdog;
    private final Clock clock;
    private final Runnable onClosed;
    private volatile boolean cancelled;
    private volatile boolean headSeen;
    private volatile boolean doneSeen;
    private volatile @Nullable String noise;
    private volatile @Nullable CompletableFuture<HttpResponse<Void>> exchange;
    private volatile Flow.@Nullable Subscription body;

    /** @param onClosed runs after the last event of a stream that the server ended in an orderly way */
    ModelCall(Watchdog watchdog, Clock clock, Runnable onClosed) {
        this.clock = clock;
        this.watchdog = watchdog;
        this.onClosed = onClosed;
    }

    void start(HttpClient http, HttpRequest request, Framing framing, ServerSentEventListener listener) {
        CompletableFuture<HttpResponse<Void>> sent = http.sendAsync(request, response -> {
            headSeen = true;
            return subscriber(response, framing, listener);
        });
        exchange = sent;
        sent.whenComplete((response, failure) -> {
            if (failure != null && !cancelled) {
                listener.onError(brokeBeforeTheHead(failure) ? new NoResponseException(failure) : failure);
            }
        });
        if (cancelled) {
            cancel();
        }
    }

    private boolean brokeBeforeTheHead(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return !headSeen
                && cause instanceof IOException
                && !(cause instanceof ProtocolException)
                && !(cause instanceof SSLException)
                && !(cause instanceof HttpTimeoutException);
    }

    /** Nothing more is wanted: what is still on its way is read for a moment, then the connection is closed. */
    void letGo() {
        CompletableFuture<HttpResponse<Void>> sent = exchange;
        if (sent == null || sent.isDone()) {
            return;
        }
        CompletableFuture<Void> patience =
                new CompletableFuture<Void>().completeOnTimeout(null, LINGER.toMillis(), TimeUnit.MILLISECONDS);
        patience.thenRun(this::cancel);
        sent.whenComplete((response, failure) -> patience.cancel(false));
    }

    /** What came that was no event: often the server's own words on what is wrong. */
    Optional<String> noise() {
        return Optional.ofNullable(noise);
    }

    private void note(String text) {
        noise = text;
    }

    /** Whether the server marked the end of its stream. */
    boolean doneSeen() {
        return doneSeen;
    }

    @Override
    public void cancel() {
        cancelled = true;
        Flow.Subscription streaming = body;
        if (streaming != null) {
            streaming.cancel();
        }
        CompletableFuture<HttpResponse<Void>> sent = exchange;
        if (sent != null) {
            sent.cancel(true);
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    private BodySubscriber<Void> subscriber(ResponseInfo response, Framing framing, ServerSentEventListener listener) {
        boolean success = response.statusCode() / 100 == 2;
        boolean page = response.headers().firstValue("content-type").orElse("").startsWith("text/html");
        if (!success || page) {
            Optional<Duration> retryAfter = RetryAfter.of(response.headers(), clock);
            return BodySubscribers.mapping(new CappedBody(MAX_ERROR_BYTES), text -> {
                throw new RefusedException(response.statusCode(), text, retryAfter);
            });
        }
        String encoding = response.headers().firstValue("content-encoding").orElse("identity");
        if (!encoding.equalsIgnoreCase("identity")) {
            // we asked for none, and do not unpack what may grow without end
            return BodySubscribers.mapping(new CappedBody(0), text -> {
                throw new UncheckedIOException(new IOException("The stream came compressed, as " + encoding + "."));
            });
        }
        listener.onOpen(SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .build());
        return new EventBody(framing, listener);
    }

    private final class EventBody implements BodySubscriber<Void> {

        private final ServerSentEventContext context = new ServerSentEventContext(ModelCall.this);
        private final CompletableFuture<Void> ended = new CompletableFuture<>();
        private final ServerSentEventListener listener;
        private final Framing.Lines lines;
        private final LineSplitter splitter;
        private long received;

        EventBody(Framing framing, ServerSentEventListener listener) {
            this.listener = listener;
            this.lines = framing.lines(this::hand);
            this.splitter = new LineSplitter(lines::line);
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            body = subscription;
            if (cancelled) {
                subscription.cancel();
            } else {
                subscription.request(Long.MAX_VALUE);
            }
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            if (ended.isDone()) {
                return;
            }
            try {
                for (ByteBuffer buffer : buffers) {
                    received += buffer.remaining();
                    if (received > MAX_STREAM_BYTES) {
                        throw new IOException("The model server sent more than 64 MiB.");
                    }
                    splitter.accept(buffer);
                }
            } catch (IOException | RuntimeException e) {
                fail(e);
            }
        }

        @Override
        public void onError(Throwable failure) {
            ended.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            if (ended.isDone()) {
                // a stream that failed may still be on its way to its end
                return;
            }
            try {
                splitter.end();
                lines.end();
            } catch (RuntimeException e) {
                fail(e);
                return;
            }
            if (!cancelled && !doneSeen) {
                lines.unread().ifPresent(ModelCall.this::note);
                close();
            }
            ended.complete(null);
        }

        @Override
        public CompletionStage<Void> getBody() {
            return ended;
        }

        private void hand(ServerSentEvent event) {
            if (cancelled || doneSeen) {
                return;
            }
            watchdog.heard();
            if (event.data().strip().equals(DONE)) {
                doneSeen = true;
                close();
                return;
            }
            if (ReportedError.in(event.data())) {
                throw new ModelStreamException(event.data());
            }
            listener.onEvent(event, context);
        }

        private void close() {
            listener.onClose();
            onClosed.run();
        }

        private void fail(Exception failure) {
            Flow.Subscription streaming = body;
            if (streaming != null) {
                streaming.cancel();
            }
            ended.completeExceptionally(failure);
        }
    }
}
