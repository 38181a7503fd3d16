package io.smartchat.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Runs work in a transaction of its own, committed when it returns and rolled back when it throws. */
@ApplicationScoped
class OwnTransaction {

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void run(Runnable work) {
        work.run();
    }
}
