package io.smartchat.it;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** Starts one server for each store when a suite first needs it, and stops it after the last suite. */
final class SharedServers implements TestInstancePostProcessor {

    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context) {
        ServerSuite suite = (ServerSuite) test;
        Running running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedServers.class))
                .computeIfAbsent(Running.class);
        suite.server = running.server(suite.store);
        suite.admin = running.admin(suite.store);
    }

    static final class Running implements AutoCloseable {

        private final Map<Store, SmartChatServer> servers = new EnumMap<>(Store.class);
        private final Map<Store, AdminApi> admins = new EnumMap<>(Store.class);

        SmartChatServer server(Store store) {
            return servers.computeIfAbsent(store, Running::start);
        }

        AdminApi admin(Store store) {
            return admins.computeIfAbsent(
                    store, any -> AdminApi.signIn(server(store).http(), ServerSuite.EMAIL, ServerSuite.PASSWORD));
        }

        private static SmartChatServer start(Store store) {
            String name = "shared_" + store.name().toLowerCase(Locale.ROOT);
            Map<String, String> settings = new HashMap<>(store.settings(name));
            settings.put("SMARTCHAT_ADMIN_EMAIL", ServerSuite.EMAIL);
            settings.put("SMARTCHAT_ADMIN_PASSWORD", ServerSuite.PASSWORD);
            return new SmartChatServer(name, settings).start();
        }

        @Override
        public void close() {
            servers.values().forEach(SmartChatServer::close);
        }
    }
}
