package io.smartchat.llm.langchain;

import java.io.IOException;

/** The connection was refused, or broke before the server answered anything: the request may be made again. */
class NoResponseException extends IOException {

    NoResponseException(Throwable cause) {
        super(cause);
    }
}
