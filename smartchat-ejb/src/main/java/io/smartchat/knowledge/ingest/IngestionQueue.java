package io.smartchat.knowledge.ingest;

import io.smartchat.knowledge.IngestionRequests;
import io.smartchat.tenant.TenantId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;

/** A row for the truth, a message for speed. */
@ApplicationScoped
public class IngestionQueue implements IngestionRequests {

    private static final System.Logger LOG = System.getLogger(IngestionQueue.class.getName());

    @Resource(lookup = "jms/smartchat")
    private ConnectionFactory connections;

    @Resource(lookup = "jms/ingestion")
    private Queue queue;

    private Clock clock;

    protected IngestionQueue() {}

    @Inject
    public IngestionQueue(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void add(Connection connection, TenantId tenant, UUID sourceId) throws SQLException {
        JobTable.add(connection, tenant, sourceId, clock.instant());
    }

    @Override
    public void announce(UUID sourceId) {
        try (JMSContext context = connections.createContext()) {
            context.createProducer().send(queue, sourceId.toString());
        } catch (JMSRuntimeException e) {
            LOG.log(Level.WARNING, "Messaging is out of reach; the timer will ask for " + sourceId + " again", e);
        }
    }

    @Override
    public boolean reachable() {
        try (JMSContext context = connections.createContext()) {
            return context.getMetaData() != null;
        } catch (JMSRuntimeException e) {
            return false;
        }
    }

    /** Whether messages wait for a worker. */
    public boolean isBusy() {
        try (JMSContext context = connections.createContext();
                QueueBrowser browser = context.createBrowser(queue)) {
            return browser.getEnumeration().hasMoreElements();
        } catch (JMSRuntimeException | JMSException e) {
            LOG.log(Level.WARNING, "The ingestion queue can't be looked into", e);
            return true;
        }
    }
}
