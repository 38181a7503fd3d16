package io.smartchat.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyEncryptionKeyTest {

    @TempDir
    Path data;

    @Test
    void makesAKeyOnceThatOnlyItsOwnerCanRead() throws IOException {
        byte[] first = new KeyEncryptionKey(Optional.empty(), directory()).bytes();
        byte[] second = new KeyEncryptionKey(Optional.empty(), directory()).bytes();

        assertThat(first).hasSize(32).isEqualTo(second);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secret.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void takesTheOperatorsKeyAndLeavesNoFile() {
        byte[] key = new byte[32];
        key[0] = 7;

        assertThat(new KeyEncryptionKey(Optional.of(Base64.getEncoder().encodeToString(key)), directory()).bytes())
                .isEqualTo(key);
        assertThat(data.resolve("secret.key")).doesNotExist();
    }

    @Test
    void refusesAKeyOfTheWrongLengthWithoutShowingIt() {
        assertThatThrownBy(() -> new KeyEncryptionKey(Optional.of("dG9vIHNob3J0"), directory()))
                .hasMessageContaining("SMARTCHAT_SECRET_KEY")
                .hasMessageNotContaining("dG9vIHNob3J0");
    }

    private DataDirectory directory() {
        return new DataDirectory(data.toString());
    }
}
