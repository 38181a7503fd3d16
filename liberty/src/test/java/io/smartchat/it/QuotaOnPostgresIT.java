package io.smartchat.it;

final class QuotaOnPostgresIT extends QuotaSuite {

    QuotaOnPostgresIT() {
        super(Store.POSTGRES);
    }
}
