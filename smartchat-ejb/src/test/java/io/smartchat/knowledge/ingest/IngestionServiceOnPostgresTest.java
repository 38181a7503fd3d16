package io.smartchat.knowledge.ingest;

import io.smartchat.knowledge.KnowledgeDatabase;

class IngestionServiceOnPostgresTest extends IngestionServiceContract {

    IngestionServiceOnPostgresTest() {
        super(KnowledgeDatabase.postgres());
    }
}
