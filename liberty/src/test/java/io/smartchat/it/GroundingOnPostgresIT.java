package io.smartchat.it;

final class GroundingOnPostgresIT extends GroundingSuite {

    GroundingOnPostgresIT() {
        super(Store.POSTGRES);
    }
}
