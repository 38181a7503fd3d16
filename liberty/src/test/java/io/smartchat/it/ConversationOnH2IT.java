package io.smartchat.it;

final class ConversationOnH2IT extends ConversationSuite {

    ConversationOnH2IT() {
        super(Store.H2);
    }
}
