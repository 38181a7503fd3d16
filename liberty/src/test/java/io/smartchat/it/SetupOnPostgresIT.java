package io.smartchat.it;

final class SetupOnPostgresIT extends SetupSuite {

    SetupOnPostgresIT() {
        super(Store.POSTGRES);
    }
}
