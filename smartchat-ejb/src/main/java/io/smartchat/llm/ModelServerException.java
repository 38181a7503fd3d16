package io.smartchat.llm;

/** What a model server said or did, in its own words without our key: for the log and the admin, never for a visitor. */
public class ModelServerException extends RuntimeException {

    private final int status;
    private final boolean outage;

    /**
     * @param status HTTP status, 0 where it did not come to one
     * @param outage whether the server is at fault; false where it works and won't have the request
     */
    public ModelServerException(String message, int status, boolean outage) {
        super(message);
        this.status = status;
        this.outage = outage;
    }

    public int status() {
        return status;
    }

    public boolean outage() {
        return outage;
    }
}
