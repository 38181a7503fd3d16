package io.smartchat.platform;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one error business code throws. Its message is fit for the caller; its cause is for the log only. */
@ApplicationException(rollback = true)
public class SmartChatException extends RuntimeException {

    private final ErrorCode code;
    private final transient List<FieldError> fieldErrors;
    private final @Nullable Duration retryAfter;

    public SmartChatException(ErrorCode code, String detail) {
        this(code, detail, List.of(), null, null);
    }

    public SmartChatException(ErrorCode code, String detail, Throwable cause) {
        this(code, detail, List.of(), null, cause);
    }

    private SmartChatException(
            ErrorCode code,
            String detail,
            List<FieldError> fieldErrors,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(detail, cause);
        this.code = code;
        this.fieldErrors = List.copyOf(fieldErrors);
        this.retryAfter = retryAfter;
    }

    public static SmartChatException invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    public static SmartChatException invalid(List<FieldError> errors) {
        return new SmartChatException(ErrorCode.VALIDATION, errors.get(0).message(), errors, null, null);
    }

    public static SmartChatException notFound(String what) {
        return new SmartChatException(ErrorCode.NOT_FOUND, "There is no such " + what + ".");
    }

    public static SmartChatException rateLimited(String detail, Duration retryAfter) {
        return new SmartChatException(ErrorCode.RATE_LIMITED, detail, List.of(), retryAfter, null);
    }

    /** The same failure, with the time after which a new try makes sense. */
    public SmartChatException retryAfter(Duration wait) {
        return new SmartChatException(code, getMessage(), fieldErrors, wait, getCause());
    }

    public ErrorCode code() {
        return code;
    }

    public List<FieldError> fieldErrors() {
        return fieldErrors;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
