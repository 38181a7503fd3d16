package io.smartchat.it;

final class StopOnH2IT extends StopSuite {

    StopOnH2IT() {
        super(Store.H2);
    }
}
