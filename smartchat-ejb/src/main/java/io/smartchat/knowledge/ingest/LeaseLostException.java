package io.smartchat.knowledge.ingest;

/** The source was deleted or replaced, or another worker has taken it: this one stops without a trace. */
class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLostException() {
        super("The source is no longer this worker's");
    }
}
