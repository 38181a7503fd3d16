package io.smartchat.it;

final class AdminDoorOnPostgresIT extends AdminDoorSuite {

    AdminDoorOnPostgresIT() {
        super(Store.POSTGRES);
    }
}
