package io.smartchat.it;

final class HostileInputOnPostgresIT extends HostileInputSuite {

    HostileInputOnPostgresIT() {
        super(Store.POSTGRES);
    }
}
