package io.smartchat.it;

final class KillNineOnPostgresIT extends KillNineSuite {

    KillNineOnPostgresIT() {
        super(Store.POSTGRES);
    }
}
