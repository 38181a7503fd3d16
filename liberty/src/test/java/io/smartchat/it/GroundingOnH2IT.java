package io.smartchat.it;

final class GroundingOnH2IT extends GroundingSuite {

    GroundingOnH2IT() {
        super(Store.H2);
    }
}
