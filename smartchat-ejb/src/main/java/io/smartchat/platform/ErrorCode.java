package io.smartchat.platform;

/**
 * Every failure the outside can meet: the {@code code} of problem+json and of the WebSocket's {@code error} frame, with
 * the HTTP status it maps to.
 */
public enum ErrorCode {
    BAD_REQUEST(400),
    INVALID_JSON(400),
    EMPTY_MESSAGE(422),
    MESSAGE_TOO_LONG(422),
    UNAUTHENTICATED(401),
    INVALID_API_KEY(401),
    INVALID_TOKEN(401),
    TOKEN_EXPIRED(401),
    LOGIN_REQUIRED(401),
    FORBIDDEN(403),
    CSRF(403),
    ORIGIN_NOT_ALLOWED(403),
    SESSION_TAKEN(403),
    OUTBOUND_REFUSED(422),
    NOT_FOUND(404),
    CONFLICT(409),
    BUSY(409),
    TOO_LARGE(413),
    UNSUPPORTED_TYPE(415),
    VALIDATION(422),
    RATE_LIMITED(429),
    LLM_NOT_CONFIGURED(409),
    LLM_UNAVAILABLE(502),
    LLM_TIMEOUT(504),
    UPSTREAM_FAILED(502),
    INTERRUPTED(503),
    INTERNAL(500);

    private final int httpStatus;

    ErrorCode(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** The name on the wire, {@code snake_case}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
