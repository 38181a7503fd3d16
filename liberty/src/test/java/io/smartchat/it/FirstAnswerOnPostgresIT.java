package io.smartchat.it;

final class FirstAnswerOnPostgresIT extends FirstAnswerSuite {

    FirstAnswerOnPostgresIT() {
        super(Store.POSTGRES);
    }
}
