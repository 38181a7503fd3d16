package io.smartchat.it;

final class OriginOnPostgresIT extends OriginSuite {

    OriginOnPostgresIT() {
        super(Store.POSTGRES);
    }
}
