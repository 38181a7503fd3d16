package io.smartchat.web.chat;

import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** How many sockets are open for a network and for a tenant. Each node counts by itself. */
@ApplicationScoped
public class Seats {

    private final Map<Object, Integer> taken = new ConcurrentHashMap<>();
    private final int perNetwork;
    private final int perTenant;

    @Inject
    Seats(
            @ConfigProperty(name = "smartchat.limits.sockets-per-address", defaultValue = "1000") int perNetwork,
            @ConfigProperty(name = "smartchat.limits.sockets-per-tenant", defaultValue = "10000") int perTenant) {
        if (perNetwork < 1 || perTenant < 1) {
            throw new IllegalStateException(
                    "smartchat.limits.sockets-per-address and smartchat.limits.sockets-per-tenant must be at least 1.");
        }
        this.perNetwork = perNetwork;
        this.perTenant = perTenant;
    }

    protected Seats() {
        this(1, 1);
    }

    /** One socket's place among the others; to be left when it closes. */
    final class Seat {

        private final String network;
        private final boolean oneTooMany;
        private @Nullable TenantId tenant;
        private boolean left;

        private Seat(String network) {
            this.network = network;
            this.oneTooMany = sit(network) > perNetwork;
        }

        boolean isOneTooMany() {
            return oneTooMany;
        }

        /** @return whether the tenant had a place left */
        synchronized boolean sitsAt(TenantId asked) {
            if (left || asked.equals(tenant)) {
                return true;
            }
            if (sit(asked) > perTenant) {
                rise(asked);
                return false;
            }
            if (tenant != null) {
                rise(tenant);
            }
            tenant = asked;
            return true;
        }

        synchronized void leave() {
            if (!left) {
                left = true;
                rise(network);
                if (tenant != null) {
                    rise(tenant);
                }
            }
        }
    }

    Seat take(String network) {
        return new Seat(network);
    }

    int taken() {
        return taken.values().stream().mapToInt(Integer::intValue).sum();
    }

    private int sit(Object at) {
        return taken.merge(at, 1, Integer::sum);
    }

    private void rise(Object from) {
        taken.computeIfPresent(from, (key, sitting) -> sitting == 1 ? null : sitting - 1);
    }
}
