package io.smartchat.it;

final class HostileInputOnH2IT extends HostileInputSuite {

    HostileInputOnH2IT() {
        super(Store.H2);
    }
}
