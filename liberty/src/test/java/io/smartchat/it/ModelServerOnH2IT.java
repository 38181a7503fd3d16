package io.smartchat.it;

final class ModelServerOnH2IT extends ModelServerSuite {

    ModelServerOnH2IT() {
        super(Store.H2);
    }
}
