package io.smartchat.chat;

import io.smartchat.tool.ToolLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What whoever runs the server decides about turns. */
@ApplicationScoped
class ChatSettings {

    private final double threshold;
    private final int memoryTokens;
    private final Duration abandonedAfter;
    private final ToolLimits tools;

    @Inject
    ChatSettings(
            @ConfigProperty(name = "smartchat.retrieval.threshold", defaultValue = "0.30") double threshold,
            @ConfigProperty(name = "smartchat.chat.memory-tokens", defaultValue = "2000") int memoryTokens,
            @ConfigProperty(name = "smartchat.chat.abandoned-after", defaultValue = "PT30S") Duration abandonedAfter,
            @ConfigProperty(name = "smartchat.tool.timeout", defaultValue = "PT15S") Duration toolTimeout,
            @ConfigProperty(name = "smartchat.tool.total-timeout", defaultValue = "PT45S") Duration toolTotalTimeout,
            @ConfigProperty(name = "smartchat.tool.max-result-characters", defaultValue = "20000")
                    int toolMaxCharacters) {
        this(
                threshold,
                memoryTokens,
                abandonedAfter,
                new ToolLimits(
                        ToolLimits.DEFAULT.rounds(),
                        ToolLimits.DEFAULT.callsPerRound(),
                        toolTimeout,
                        toolTotalTimeout,
                        toolMaxCharacters));
    }

    ChatSettings(double threshold, int memoryTokens, Duration abandonedAfter, ToolLimits tools) {
        if (memoryTokens < 0) {
            throw new IllegalStateException("smartchat.chat.memory-tokens must be 0 or more.");
        }
        if (abandonedAfter.isNegative()) {
            throw new IllegalStateException("smartchat.chat.abandoned-after must be 0 or longer, such as PT30S.");
        }
        this.threshold = threshold;
        this.memoryTokens = memoryTokens;
        this.abandonedAfter = abandonedAfter;
        this.tools = tools;
    }

    protected ChatSettings() {
        this(0, 0, Duration.ZERO, ToolLimits.DEFAULT);
    }

    /** The score from which a passage is surely about the question, 0..1. */
    double threshold() {
        return threshold;
    }

    int memoryTokens() {
        return memoryTokens;
    }

    /** How long an answer runs on when nobody reads it. */
    Duration abandonedAfter() {
        return abandonedAfter;
    }

    ToolLimits tools() {
        return tools;
    }
}
