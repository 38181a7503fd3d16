package io.smartchat.llm.langchain;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** LangChain4j's way to a model server: the JDK's client, without a thread per stream. */
final class ModelHttpClient implements HttpClient {

    private static final Duration LIST_TIMEOUT = Duration.ofSeconds(15);
    private static final int MAX_LIST_BYTES = 4 * 1024 * 1024;

    private final java.net.http.HttpClient http;
    private final Framing framing;
    private final @Nullable String bearer;

    /** LangChain4j hands out no handle before the first token; the call it starts is the one laid out for its thread. */
    private final ThreadLocal<ModelCall> starting = new ThreadLocal<>();

    /** @param bearer sent where LangChain4j's own module sends no authorization */
    ModelHttpClient(java.net.http.HttpClient http, Framing framing, @Nullable String bearer) {
        this.http = http;
        this.framing = framing;
        this.bearer = bearer;
    }

    void startAs(ModelCall call, Runnable chat) {
        starting.set(call);
        try {
            chat.run();
        } finally {
            starting.remove();
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        ModelCall call = starting.get();
        if (call == null) {
            throw new IllegalStateException("A stream is started through startAs");
        }
        call.start(http, jdkRequest(request), framing, listener);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> sent =
                http.sendAsync(jdkRequest(request), response -> new CappedBody(MAX_LIST_BYTES));
        try {
            HttpResponse<String> response = sent.get(LIST_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            if (response.statusCode() / 100 != 2) {
                throw new HttpException(response.statusCode(), response.body());
            }
            return SuccessfulHttpResponse.builder()
                    .statusCode(response.statusCode())
                    .headers(response.headers().map())
                    .body(response.body())
                    .build();
        } catch (java.util.concurrent.TimeoutException e) {
            sent.cancel(true);
            throw new TimeoutException("No answer within " + LIST_TIMEOUT.toSeconds() + " s.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            sent.cancel(true);
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** For LangChain4j's builders, which want to build the client themselves. */
    HttpClientBuilder asBuilder() {
        return new Ready();
    }

    private java.net.http.HttpRequest jdkRequest(HttpRequest request) {
        BodyPublisher body = request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body());
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), body);
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        if (bearer != null) {
            builder.setHeader("Authorization", "Bearer " + bearer);
        }
        return builder.build();
    }

    private final class Ready implements HttpClientBuilder {

        @Override
        public @Nullable Duration connectTimeout() {
            return null;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public @Nullable Duration readTimeout() {
            return null;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return ModelHttpClient.this;
        }
    }
}
