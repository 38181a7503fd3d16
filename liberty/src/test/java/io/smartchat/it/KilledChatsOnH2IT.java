package io.smartchat.it;

final class KilledChatsOnH2IT extends KilledChatsSuite {

    KilledChatsOnH2IT() {
        super(Store.H2, 3);
    }
}
