package io.smartchat.it;

final class SignInOnPostgresIT extends SignInSuite {

    SignInOnPostgresIT() {
        super(Store.POSTGRES);
    }
}
