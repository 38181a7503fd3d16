package io.smartchat.it;

final class AdminDoorOnH2IT extends AdminDoorSuite {

    AdminDoorOnH2IT() {
        super(Store.H2);
    }
}
