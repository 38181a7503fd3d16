package io.smartchat.it;

final class SetupOnH2IT extends SetupSuite {

    SetupOnH2IT() {
        super(Store.H2);
    }
}
