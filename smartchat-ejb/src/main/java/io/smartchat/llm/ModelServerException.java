package io.smartchat.llm;

/** What a model server said or did, in its own words without our key: for the log and the admin, never for a visitor. */
public class ModelServerException extends RuntimeException {

    private final int status;

    /** @param status HTTP status, 0 where it did not come to one */
    public ModelServerException(String message, int status) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
