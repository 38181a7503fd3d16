package io.smartchat.usage;

import io.github.bucket4j.TimeMeter;
import io.smartchat.platform.SmartChatException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts the calls a network makes that need nothing but a public key. Each node counts by itself. */
@ApplicationScoped
public class PublicCalls {

    private final Buckets<String> networks = new Buckets<>(TimeMeter.SYSTEM_NANOTIME);
    private final int perMinute;

    @Inject
    PublicCalls(
            @ConfigProperty(name = "smartchat.limits.public-calls-per-minute", defaultValue = "600") int perMinute) {
        if (perMinute < 1) {
            throw new IllegalStateException("smartchat.limits.public-calls-per-minute must be at least 1.");
        }
        this.perMinute = perMinute;
    }

    protected PublicCalls() {
        this(1);
    }

    /**
     * @param network the IPv4 address or IPv6 /64 network it comes from
     * @throws SmartChatException RATE_LIMITED, with the time to wait
     */
    public void count(String network) {
        networks.take(network, perMinute).ifPresent(wait -> {
            throw SmartChatException.rateLimited(
                    "There were too many calls from your network. Please wait a moment.",
                    wait.plus(Duration.ofSeconds(1)));
        });
    }
}
