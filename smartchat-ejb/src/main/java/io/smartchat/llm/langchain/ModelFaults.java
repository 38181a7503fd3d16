package io.smartchat.llm.langchain;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import io.smartchat.llm.ModelServerException;
import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what went wrong at a model server into what a visitor may read; the server's own words, without the API key, become
 * the cause, a {@link ModelServerException}.
 */
final class ModelFaults {

    private static final int LONGEST_QUOTE = 600;
    private static final String UNAVAILABLE = "The assistant can't be reached right now. Please try again in a moment.";
    private static final String BUSY = "The assistant is very busy right now. Please try again in a minute.";
    private static final String SLOW = "The assistant took too long to answer. Please try again.";

    private final String endpoint;
    private final @Nullable String secret;

    ModelFaults(String endpoint, @Nullable String secret) {
        this.endpoint = endpoint;
        this.secret = secret;
    }

    SmartChatException of(Throwable failure) {
        ModelServerException cause = new ModelServerException(explain(failure), status(failure), outage(failure));
        if (timedOut(failure)) {
            return new SmartChatException(ErrorCode.LLM_TIMEOUT, SLOW, cause);
        }
        SmartChatException unavailable =
                new SmartChatException(ErrorCode.LLM_UNAVAILABLE, cause.status() == 429 ? BUSY : UNAVAILABLE, cause);
        return Retries.asked(failure).map(unavailable::retryAfter).orElse(unavailable);
    }

    /** What happened, for the admin and the log. */
    String explain(Throwable failure) {
        Optional<HttpException> http = Causes.find(failure, HttpException.class);
        if (http.isPresent()) {
            return scrub(endpoint + " answered " + http.get().statusCode() + ": " + body(http.get()));
        }
        if (Causes.find(failure, SmartChatException.class).isPresent()) {
            return scrub(Causes.find(failure, SmartChatException.class).get().getMessage());
        }
        if (Causes.find(failure, UnresolvedAddressException.class).isPresent()) {
            return "There is no server at " + endpoint + ": its name is not known.";
        }
        if (Causes.find(failure, TimeoutException.class).isPresent()) {
            return endpoint + ": "
                    + Causes.find(failure, TimeoutException.class).get().getMessage();
        }
        if (Causes.find(failure, HttpTimeoutException.class).isPresent()) {
            return endpoint + " did not accept the connection in time.";
        }
        if (Causes.find(failure, ConnectException.class).isPresent()) {
            return endpoint + " refused the connection. Does the server run there?";
        }
        if (Causes.find(failure, NoResponseException.class).isPresent()) {
            return endpoint + " broke the connection off before it answered.";
        }
        return scrub(endpoint + ": " + rootWords(failure));
    }

    /** The same for a list of models; what can't be read as one is no news in itself. */
    String explainList(Throwable failure) {
        boolean spoken = Causes.find(failure, HttpException.class).isPresent()
                || timedOut(failure)
                || Causes.find(failure, UnresolvedAddressException.class).isPresent()
                || Causes.find(failure, ConnectException.class).isPresent()
                || Causes.find(failure, SSLException.class).isPresent();
        return spoken
                ? explain(failure)
                : endpoint + " did not answer with a list of models. Check the address; OpenAI-compatible servers often"
                        + " want it to end in /v1.";
    }

    private String scrub(String text) {
        String shown = secret == null ? text : text.replace(secret, "[key]");
        return shown.length() <= LONGEST_QUOTE ? shown : shown.substring(0, LONGEST_QUOTE) + " …";
    }

    private static String body(HttpException http) {
        String text = String.valueOf(http.getMessage()).strip().replaceAll("\\s+", " ");
        return text.isEmpty() ? "(nothing more)" : text;
    }

    private static int status(Throwable failure) {
        return Causes.find(failure, HttpException.class)
                .map(HttpException::statusCode)
                .orElse(0);
    }

    private static boolean timedOut(Throwable failure) {
        int status = status(failure);
        return status == 408
                || status == 504
                || Causes.find(failure, TimeoutException.class).isPresent()
                || Causes.find(failure, HttpTimeoutException.class).isPresent();
    }

    /** Whoever refuses a request it can read is up; a crowd of such requests must not keep others from being made. */
    private static boolean outage(Throwable failure) {
        int status = status(failure);
        boolean understood = status >= 300 && status < 500 && status != 408 && status != 429;
        return !understood && Causes.find(failure, SmartChatException.class).isEmpty();
    }

    private static String rootWords(Throwable failure) {
        Throwable deepest = Causes.root(failure);
        String message = deepest.getMessage();
        return message == null ? deepest.getClass().getSimpleName() : message;
    }
}
