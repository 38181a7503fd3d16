package io.smartchat.it;

final class OriginOnH2IT extends OriginSuite {

    OriginOnH2IT() {
        super(Store.H2);
    }
}
