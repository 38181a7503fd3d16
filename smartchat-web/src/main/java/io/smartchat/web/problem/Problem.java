package io.smartchat.web.problem;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.FieldError;
import java.util.List;
import java.util.UUID;

/** An error as RFC 9457 has it; {@code traceId} finds the log line of a failure. */
public record Problem(
        String type, String title, int status, String detail, String code, String traceId, List<FieldError> errors) {

    static Problem of(ErrorCode code, String detail, List<FieldError> errors) {
        return of(code.code(), code.httpStatus(), detail, errors);
    }

    static Problem of(String code, int status, String detail, List<FieldError> errors) {
        String title = code.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + code.substring(1).replace('_', ' ');
        return new Problem(
                "urn:smartchat:problem:" + code,
                title,
                status,
                detail,
                code,
                UUID.randomUUID().toString(),
                errors);
    }
}
