package io.smartchat.knowledge.ingest;

/** A document can't be read, now or later. The message says why, in words its owner can act on. */
public class IngestionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IngestionException(String reason) {
        super(reason);
    }

    public IngestionException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
