package io.smartchat.it;

import java.util.Map;

/** Where SmartChat keeps its data. */
enum Store {
    H2 {
        @Override
        Map<String, String> settings(String database) {
            return Map.of();
        }
    },
    POSTGRES {
        @Override
        Map<String, String> settings(String database) {
            return Postgres.shared().settings(database);
        }
    };

    /** The environment that selects it. */
    abstract Map<String, String> settings(String database);
}
