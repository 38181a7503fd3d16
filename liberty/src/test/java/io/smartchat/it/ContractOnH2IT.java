package io.smartchat.it;

final class ContractOnH2IT extends ContractSuite {

    ContractOnH2IT() {
        super(Store.H2);
    }
}
