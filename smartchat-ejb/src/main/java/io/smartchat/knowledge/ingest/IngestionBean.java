package io.smartchat.knowledge.ingest;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.UUID;

/** An id in, one call. Reading takes longer than a transaction may, so there is none around it. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "jms/ingestion")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IngestionBean implements MessageListener {

    @Inject
    private IngestionService ingestion;

    @Override
    public void onMessage(Message message) {
        try {
            ingestion.process(UUID.fromString(message.getBody(String.class)));
        } catch (JMSException e) {
            throw new IllegalStateException("An ingestion message can't be read", e);
        }
    }
}
