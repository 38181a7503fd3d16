package io.smartchat.knowledge;

class SourceServiceOnPostgresTest extends SourceServiceContract {

    SourceServiceOnPostgresTest() {
        super(KnowledgeDatabase.postgres());
    }
}
