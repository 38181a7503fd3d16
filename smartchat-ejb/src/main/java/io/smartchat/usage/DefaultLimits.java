package io.smartchat.usage;

import io.smartchat.platform.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a tenant may use that was given no limits of its own: the operator's {@code smartchat.limits.*}. */
@ApplicationScoped
class DefaultLimits {

    private final Limits limits;

    @Inject
    DefaultLimits(
            @ConfigProperty(name = "smartchat.limits.messages-per-minute", defaultValue = "600") int messages,
            @ConfigProperty(name = "smartchat.limits.visitor-messages-per-minute", defaultValue = "20")
                    int visitorMessages,
            @ConfigProperty(name = "smartchat.limits.address-messages-per-minute", defaultValue = "120")
                    int addressMessages,
            @ConfigProperty(name = "smartchat.limits.daily-tokens") Optional<Long> dailyTokens) {
        this.limits = new Limits(messages, visitorMessages, addressMessages, dailyTokens.orElse(null));
        List<FieldError> errors = LimitsValidation.errors(limits);
        if (!errors.isEmpty()) {
            FieldError first = errors.get(0);
            throw new IllegalStateException(
                    "smartchat.limits." + first.field().replace('_', '-') + " can't be used. " + first.message());
        }
    }

    protected DefaultLimits() {
        this(1, 1, 1, Optional.empty());
    }

    Limits limits() {
        return limits;
    }

    /** Makes a wrong setting stop the start instead of the first message. */
    void atStart(@Observes Startup startup) {}
}
