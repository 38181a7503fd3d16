package io.smartchat.it;

final class TenantIsolationOnH2IT extends TenantIsolationSuite {

    TenantIsolationOnH2IT() {
        super(Store.H2);
    }
}
