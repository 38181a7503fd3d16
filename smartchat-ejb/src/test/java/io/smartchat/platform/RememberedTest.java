package io.smartchat.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final Remembered<String, Integer> remembered = new Remembered<>();
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void readsOnceUntilItIsForgotten() {
        assertThat(remembered.get("a", this::read)).contains(1);
        assertThat(remembered.get("a", this::read)).contains(1);
        remembered.forget("a");

        assertThat(remembered.get("a", this::read)).contains(2);
    }

    @Test
    void doesNotRememberThatSomethingIsMissing() {
        assertThat(remembered.get("a", key -> Optional.empty())).isEmpty();
        assertThat(remembered.get("a", this::read)).contains(1);
    }

    private Optional<Integer> read(String key) {
        return Optional.of(reads.incrementAndGet());
    }
}
