package io.smartchat.llm.langchain;

/** The server reported a failure inside its stream, or ended the stream before the answer; the message is for the log. */
class ModelStreamException extends RuntimeException {

    ModelStreamException(String message) {
        super(message);
    }
}
