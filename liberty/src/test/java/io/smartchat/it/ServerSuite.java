package io.smartchat.it;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests against a running SmartChat; every suite on the same store shares one server. */
@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServerSuite {

    static final String EMAIL = "owner@example.com";
    static final String PASSWORD = "correct horse battery staple";

    final Store store;
    SmartChatServer server;
    AdminApi admin;

    ServerSuite(Store store) {
        this.store = store;
    }

    PublicApi visitorOf(TestTenant tenant) {
        return new PublicApi(server.http(), tenant.apiKey());
    }

    ChatClient chat(TestTenant tenant) {
        return chat(tenant, ChatClient.newSession());
    }

    ChatClient chat(TestTenant tenant, String sessionId) {
        return ChatClient.open(server, tenant.apiKey(), sessionId);
    }
}
