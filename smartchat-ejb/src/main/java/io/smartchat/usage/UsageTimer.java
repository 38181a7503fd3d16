package io.smartchat.usage;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Has what was counted written down, once a second. */
@Singleton
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UsageTimer {

    @Inject
    private UsageMeter meter;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void tick() {
        meter.write();
    }
}
