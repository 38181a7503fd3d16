package io.smartchat.it;

final class SignInOnH2IT extends SignInSuite {

    SignInOnH2IT() {
        super(Store.H2);
    }
}
