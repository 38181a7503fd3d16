package io.smartchat.knowledge;

class SourceServiceOnH2Test extends SourceServiceContract {

    SourceServiceOnH2Test() {
        super(KnowledgeDatabase.h2());
    }
}
