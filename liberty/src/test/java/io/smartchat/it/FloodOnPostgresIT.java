package io.smartchat.it;

final class FloodOnPostgresIT extends FloodSuite {

    FloodOnPostgresIT() {
        super(Store.POSTGRES);
    }
}
