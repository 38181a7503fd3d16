package io.smartchat.it;

final class ModelServerOnPostgresIT extends ModelServerSuite {

    ModelServerOnPostgresIT() {
        super(Store.POSTGRES);
    }
}
