package io.smartchat.it;

final class BadLineOnH2IT extends BadLineSuite {

    BadLineOnH2IT() {
        super(Store.H2);
    }
}
