package io.smartchat.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.smartchat.platform.SmartChatException;

/** Argon2id with the parameters OWASP gives as its first choice: 19 MiB, 2 passes, 1 lane. */
final class Passwords {

    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
    private static final int MIN_LENGTH = 10;
    private static final int MAX_LENGTH = 200;
    private static final String UNKNOWN_ACCOUNT = hash("an account that is not there");

    private Passwords() {}

    static String hash(String password) {
        return Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult();
    }

    static boolean matches(String password, String hash) {
        return Password.check(password, hash).with(ARGON2ID);
    }

    /** Takes as long as a real check, so that time does not tell which accounts exist. */
    static boolean matchesNothing(String password) {
        matches(password, UNKNOWN_ACCOUNT);
        return false;
    }

    static void requireGood(String password) {
        if (password == null || password.length() < MIN_LENGTH || password.length() > MAX_LENGTH) {
            throw SmartChatException.invalid("password", "Choose a password of 10 to 200 characters.");
        }
    }
}
