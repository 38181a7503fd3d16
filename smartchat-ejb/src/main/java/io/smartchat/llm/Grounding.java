package io.smartchat.llm;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How closely answers keep to the tenant's documents. */
public enum Grounding {
    /** The model answers as it likes; passages are an offer. */
    OFF,
    /** Passages first, general knowledge where they are silent. */
    PREFER,
    /** Only what the passages say, each statement cited; otherwise "I don't know". */
    STRICT;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Grounding> of(String wireName) {
        return Stream.of(values()).filter(g -> g.wireName().equals(wireName)).findFirst();
    }
}
