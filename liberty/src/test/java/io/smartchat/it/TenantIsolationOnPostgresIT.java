package io.smartchat.it;

final class TenantIsolationOnPostgresIT extends TenantIsolationSuite {

    TenantIsolationOnPostgresIT() {
        super(Store.POSTGRES);
    }
}
