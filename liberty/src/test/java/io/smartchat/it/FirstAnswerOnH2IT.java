package io.smartchat.it;

final class FirstAnswerOnH2IT extends FirstAnswerSuite {

    FirstAnswerOnH2IT() {
        super(Store.H2);
    }
}
