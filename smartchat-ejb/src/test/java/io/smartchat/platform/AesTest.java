package io.smartchat.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class AesTest {

    private final byte[] key = new byte[32];
    private final byte[] here = "tenant-a/llm_config/api_key".getBytes(UTF_8);
    private final byte[] elsewhere = "tenant-b/llm_config/api_key".getBytes(UTF_8);

    @Test
    void opensWhereItWasSealed() throws GeneralSecurityException {
        assertThat(Aes.decrypt(key, Aes.encrypt(key, "secret".getBytes(UTF_8), here), here))
                .asString(UTF_8)
                .isEqualTo("secret");
    }

    @Test
    void doesNotOpenWhereItWasMovedTo() {
        byte[] sealed = Aes.encrypt(key, "secret".getBytes(UTF_8), here);

        assertThatThrownBy(() -> Aes.decrypt(key, sealed, elsewhere)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void doesNotOpenWithAnySingleBitFlipped() {
        byte[] sealed = Aes.encrypt(key, "secret".getBytes(UTF_8), here);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));

            assertThatThrownBy(() -> Aes.decrypt(key, flipped, here)).isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(Aes.encrypt(key, "secret".getBytes(UTF_8), here))
                .isNotEqualTo(Aes.encrypt(key, "secret".getBytes(UTF_8), here));
    }
}
