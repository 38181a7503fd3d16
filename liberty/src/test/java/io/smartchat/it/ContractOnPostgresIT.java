package io.smartchat.it;

final class ContractOnPostgresIT extends ContractSuite {

    ContractOnPostgresIT() {
        super(Store.POSTGRES);
    }
}
