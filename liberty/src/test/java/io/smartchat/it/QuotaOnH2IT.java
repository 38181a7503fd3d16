package io.smartchat.it;

final class QuotaOnH2IT extends QuotaSuite {

    QuotaOnH2IT() {
        super(Store.H2);
    }
}
