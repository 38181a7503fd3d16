package io.smartchat.it;

final class KillNineOnH2IT extends KillNineSuite {

    KillNineOnH2IT() {
        super(Store.H2);
    }
}
