package io.smartchat.web.problem;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Whatever is not a {@link SmartChatException}: what JAX-RS itself refuses, bad JSON, and our own faults (500, no internals). */
@Provider
public class UnexpectedExceptionMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(UnexpectedExceptionMapper.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SmartChatException known) {
                return Problems.response(known);
            }
            if (cause instanceof JsonbException || cause instanceof JsonException) {
                return Problems.response(new SmartChatException(
                        ErrorCode.INVALID_JSON, "The request body is not the JSON this call expects."));
            }
        }
        if (thrown instanceof WebApplicationException refused) {
            return refused(refused);
        }
        Problem problem = Problem.of(
                ErrorCode.INTERNAL,
                thrown instanceof ProcessingException
                        ? "The request could not be read."
                        : "Something went wrong on our side. The log has the details under this trace id.",
                List.of());
        LOG.log(System.Logger.Level.ERROR, "trace_id " + problem.traceId(), thrown);
        return Problems.response(problem);
    }

    private static Response refused(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        return Problems.response(
                switch (status) {
                    case 400 -> Problem.of(ErrorCode.BAD_REQUEST, "The request could not be read.", List.of());
                    case 404 -> Problem.of(ErrorCode.NOT_FOUND, "There is nothing at this address.", List.of());
                    case 405 ->
                        Problem.of("method_not_allowed", 405, "This address does not take that method.", List.of());
                    case 406 -> Problem.of("not_acceptable", 406, "Ask for application/json.", List.of());
                    case 415 ->
                        Problem.of(ErrorCode.UNSUPPORTED_TYPE, "Send the body as this call expects it.", List.of());
                    default -> Problem.of("http_" + status, status, "The request was refused.", List.of());
                });
    }
}
