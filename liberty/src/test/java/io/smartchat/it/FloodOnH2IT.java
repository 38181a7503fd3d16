package io.smartchat.it;

final class FloodOnH2IT extends FloodSuite {

    FloodOnH2IT() {
        super(Store.H2);
    }
}
