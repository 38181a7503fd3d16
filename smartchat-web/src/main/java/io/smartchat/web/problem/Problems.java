package io.smartchat.web.problem;

import io.smartchat.platform.SmartChatException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Makes the responses that carry a {@link Problem}. */
public final class Problems {

    private static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

    private Problems() {}

    public static Response response(SmartChatException exception) {
        Response.ResponseBuilder builder =
                builder(Problem.of(exception.code(), exception.getMessage(), exception.fieldErrors()));
        exception
                .retryAfter()
                .ifPresent(wait -> builder.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds())));
        return builder.build();
    }

    static Response response(Problem problem) {
        return builder(problem).build();
    }

    private static Response.ResponseBuilder builder(Problem problem) {
        return Response.status(problem.status())
                .type(PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem);
    }
}
