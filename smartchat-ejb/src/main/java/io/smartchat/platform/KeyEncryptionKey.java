package io.smartchat.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The operator's key, {@code SMARTCHAT_SECRET_KEY}; without one, a key made once in the data directory, mode 600. */
@ApplicationScoped
public class KeyEncryptionKey {

    private static final System.Logger LOG = System.getLogger(KeyEncryptionKey.class.getName());
    private static final int BYTES = 32;

    private final byte[] key;

    protected KeyEncryptionKey() {
        this.key = new byte[0];
    }

    @Inject
    public KeyEncryptionKey(
            @ConfigProperty(name = "SMARTCHAT_SECRET_KEY") Optional<String> configured, DataDirectory dataDirectory) {
        this.key = decode(configured
                .filter(value -> !value.isBlank())
                .orElseGet(() -> fromFile(dataDirectory.root().resolve("secret.key"))));
    }

    byte[] bytes() {
        return key.clone();
    }

    private static byte[] decode(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.trim());
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException ignored) {
            // falls through to the one message that helps; the value itself must not be shown
        }
        throw new IllegalStateException(
                "SMARTCHAT_SECRET_KEY must be 32 bytes in base64, as from: openssl rand -base64 32");
    }

    private static String fromFile(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[BYTES];
                new SecureRandom().nextBytes(fresh);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Base64.getEncoder().encodeToString(fresh), StandardOpenOption.WRITE);
                LOG.log(
                        System.Logger.Level.WARNING,
                        "SMARTCHAT_SECRET_KEY is not set: a key was made at {0}. Keep it with your backups.",
                        file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The secret key file can't be read or written: " + file, e);
        }
    }

    /** Makes a wrong setting stop the start instead of the first use. */
    void atStart(@Observes Startup startup) {}
}
