package io.smartchat.knowledge.ingest;

import io.smartchat.knowledge.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What this server is reading, and the sign of life it gives for it however long a page or a batch may take. */
@ApplicationScoped
public class ClaimsAtWork {

    private static final System.Logger LOG = System.getLogger(ClaimsAtWork.class.getName());

    private final Set<Claim> claims = ConcurrentHashMap.newKeySet();
    private JobTable jobs;
    private Transactions transactions;

    protected ClaimsAtWork() {}

    @Inject
    ClaimsAtWork(JobTable jobs, Transactions transactions) {
        this.jobs = jobs;
        this.transactions = transactions;
    }

    void add(Claim claim) {
        claims.add(claim);
    }

    /** Before the job's row is locked for longer, as when the passages are stored: a sign of life would wait for it. */
    void remove(Claim claim) {
        claims.remove(claim);
    }

    /** To be called several times while a lease lasts. A lease that is lost stays lost; its worker finds out. */
    public void giveSign() {
        for (Claim claim : claims) {
            try {
                transactions.run(() -> jobs.renew(claim));
            } catch (Jdbc.DatabaseFailure e) {
                LOG.log(Level.WARNING, "The lease of source " + claim.sourceId() + " was not renewed this time", e);
            }
        }
    }
}
