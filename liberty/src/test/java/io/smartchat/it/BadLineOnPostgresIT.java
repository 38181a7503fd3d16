package io.smartchat.it;

final class BadLineOnPostgresIT extends BadLineSuite {

    BadLineOnPostgresIT() {
        super(Store.POSTGRES);
    }
}
