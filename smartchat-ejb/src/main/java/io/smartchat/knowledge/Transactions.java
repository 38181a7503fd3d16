package io.smartchat.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** The border of a transaction as a method, for work that is several short ones in a row. */
@ApplicationScoped
public class Transactions {

    /** Runs {@code work} in the caller's transaction or in a new one; any exception rolls it back. */
    @Transactional
    public <T> T call(Supplier<T> work) {
        return work.get();
    }

    @Transactional
    public void run(Runnable work) {
        work.run();
    }
}
