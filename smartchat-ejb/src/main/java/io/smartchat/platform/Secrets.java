package io.smartchat.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Seals what tenants entrust to us. A random data key, wrapped by the {@link KeyEncryptionKey}, lies in the database, so
 * every node opens what any node sealed.
 */
@ApplicationScoped
public class Secrets {

    private static final String VERSION = "v1:";
    private static final byte[] WRAP_CONTEXT = "data_key".getBytes(UTF_8);
    private static final int KEY_BYTES = 32;

    @Resource(lookup = "jdbc/smartchat")
    private DataSource dataSource;

    private final KeyEncryptionKey keyEncryptionKey;
    private final Clock clock;
    private byte @Nullable [] dataKey;

    protected Secrets() {
        this(new KeyEncryptionKey(), Clock.systemUTC());
    }

    @Inject
    public Secrets(KeyEncryptionKey keyEncryptionKey, Clock clock) {
        this.keyEncryptionKey = keyEncryptionKey;
        this.clock = clock;
    }

    /**
     * @param context where the secret will lie ({@code tenant/table/column}); it opens nowhere else
     */
    public String seal(String plaintext, String context) {
        byte[] sealed = Aes.encrypt(dataKey(), plaintext.getBytes(UTF_8), context.getBytes(UTF_8));
        return VERSION + Base64.getEncoder().encodeToString(sealed);
    }

    /** @throws IllegalStateException if it was changed, moved from another place, or sealed with another key */
    public String open(String sealed, String context) {
        try {
            byte[] bytes = Base64.getDecoder().decode(sealed.substring(VERSION.length()));
            return new String(Aes.decrypt(dataKey(), bytes, context.getBytes(UTF_8)), UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("A stored secret does not open: " + context, e);
        }
    }

    /** HMAC-SHA256 of {@code message} under a key of its own for {@code purpose}. */
    public byte[] mac(String purpose, String message) {
        return mac(signingKey(purpose), message);
    }

    /** A 32-byte key for one purpose, the same on every node. */
    public byte[] signingKey(String purpose) {
        return mac(dataKey(), purpose);
    }

    private static byte[] mac(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is not available", e);
        }
    }

    /** @throws IllegalStateException if this database was made with another key */
    public void check() {
        dataKey();
    }

    private synchronized byte[] dataKey() {
        if (dataKey == null) {
            dataKey = unwrap(loadOrCreate());
        }
        return dataKey;
    }

    private byte[] unwrap(String wrapped) {
        try {
            return Aes.decrypt(keyEncryptionKey.bytes(), Base64.getDecoder().decode(wrapped), WRAP_CONTEXT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "SMARTCHAT_SECRET_KEY (or secret.key in the data directory) is not the key this database was made with.",
                    e);
        }
    }

    private String loadOrCreate() {
        try (Connection connection = dataSource.getConnection()) {
            String stored = load(connection);
            if (stored == null) {
                create(connection);
                stored = load(connection);
            }
            if (stored == null) {
                throw new IllegalStateException("The data key could not be stored.");
            }
            return stored;
        } catch (SQLException e) {
            throw new IllegalStateException("The data key can't be read from the database.", e);
        }
    }

    /** Another node may be first; then its key stands. */
    private void create(Connection connection) throws SQLException {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        byte[] wrapped = Aes.encrypt(keyEncryptionKey.bytes(), fresh, WRAP_CONTEXT);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into data_key (id, wrapped, created_at) values (1, ?, ?) on conflict do nothing")) {
            insert.setString(1, Base64.getEncoder().encodeToString(wrapped));
            insert.setTimestamp(2, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
    }

    private static @Nullable String load(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select wrapped from data_key where id = 1");
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
