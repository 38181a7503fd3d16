package io.smartchat.knowledge.ingest;

import io.smartchat.knowledge.KnowledgeDatabase;

class IngestionServiceOnH2Test extends IngestionServiceContract {

    IngestionServiceOnH2Test() {
        super(KnowledgeDatabase.h2());
    }
}
