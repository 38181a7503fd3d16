package io.smartchat.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** An API key in the clear, which exists only while it is shown or checked. */
record ApiKeyValue(String value) {

    private static final String PREFIX = "sc_live_";
    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static ApiKeyValue random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new ApiKeyValue(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256 in hex; a plain digest is enough for 256 random bits. */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    String preview() {
        return value.length() <= 20
                ? value.substring(0, Math.min(4, value.length())) + "..."
                : value.substring(0, 12) + "..." + value.substring(value.length() - 4);
    }

    @Override
    public String toString() {
        return preview();
    }
}
