package io.smartchat.it;

final class ConversationOnPostgresIT extends ConversationSuite {

    ConversationOnPostgresIT() {
        super(Store.POSTGRES);
    }
}
