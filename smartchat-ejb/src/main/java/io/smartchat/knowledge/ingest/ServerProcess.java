package io.smartchat.knowledge.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** This run of the server; the prefix of every lease it takes. */
@ApplicationScoped
public class ServerProcess {

    private final String id = UUID.randomUUID().toString();

    public String id() {
        return id;
    }
}
