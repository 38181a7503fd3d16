package io.smartchat.it;

final class StopOnPostgresIT extends StopSuite {

    StopOnPostgresIT() {
        super(Store.POSTGRES);
    }
}
