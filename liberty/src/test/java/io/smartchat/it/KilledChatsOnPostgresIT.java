package io.smartchat.it;

final class KilledChatsOnPostgresIT extends KilledChatsSuite {

    KilledChatsOnPostgresIT() {
        super(Store.POSTGRES, 1);
    }
}
